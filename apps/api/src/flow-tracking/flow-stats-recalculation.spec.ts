import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { Scenario } from '@flowpilot/testing';

import { Database } from '../database/database.js';
import { createTestDatabase, type TestDatabase } from '../database/test-database.js';
import { FlowStatsRecalculation } from './flow-stats-recalculation.js';

const MATCHED = new Date('2026-06-01T08:00:00Z');
const LATER = new Date('2026-06-20T08:00:00Z');

describe('FlowStatsRecalculation', () => {
  let testDatabase: TestDatabase;
  let database: Database;
  let recalculation: FlowStatsRecalculation;

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    database = new Database(testDatabase.dataSource);
    recalculation = new FlowStatsRecalculation(database);
  });
  afterAll(() => testDatabase.drop());

  const counters = (accountId: string) =>
    database.query<object>(
      `select usage_count, resolved_count, success_rate::float8 as success_rate, last_matched_at
       from flows where account_id = $1 order by id`,
      [accountId],
    );

  async function account() {
    const scenario = await Scenario.start(database);
    const [used, unused] = [await scenario.flow(), await scenario.flow()];
    const matched = { createdAt: MATCHED, matchedAt: MATCHED, flowId: used.id };
    await scenario.sessions(2, matched);
    await scenario.session({ ...matched, status: 'resolved' });
    return { accountId: scenario.accountId, used: used.id, unused: unused.id };
  }

  it('finds nothing to correct in a healthy account', async () => {
    const { accountId } = await account();
    expect(await recalculation.run(accountId)).toEqual({ corrected_flows: 0 });
  });

  it('sets the counters to what the sessions say, but never lowers the last match', async () => {
    const { accountId, used, unused } = await account();
    await database.query(
      `update flows set usage_count = 7, resolved_count = 7, last_matched_at = case when id = $2 then null else $3::timestamptz end
       where account_id = $1`,
      [accountId, used, LATER],
    );
    expect(await recalculation.run(accountId)).toEqual({ corrected_flows: 2 });
    expect(used < unused).toBe(true);
    expect(await counters(accountId)).toEqual([
      { usage_count: 3, resolved_count: 1, success_rate: 0.333, last_matched_at: MATCHED },
      { usage_count: 0, resolved_count: 0, success_rate: null, last_matched_at: LATER },
    ]);
    expect(await recalculation.run(accountId)).toEqual({ corrected_flows: 0 });
  });

  it('works for one account, or for all', async () => {
    const [one, other] = [await account(), await account()];
    const spoil = 'update flows set resolved_count = resolved_count + 1 where account_id = any($1) and usage_count > 0';
    await database.query(spoil, [[one.accountId, other.accountId]]);
    expect(await recalculation.run(one.accountId)).toEqual({ corrected_flows: 1 });
    expect(await recalculation.run()).toEqual({ corrected_flows: 1 });
  });

  it('sees what was committed while it waited for the flow', async () => {
    const { accountId, used } = await account();
    let recalculating: Promise<{ corrected_flows: number }> | undefined;
    await database.transaction(async () => {
      await database.query(
        'update flows set usage_count = usage_count - 1, resolved_count = 0 where account_id = $1 and id = $2',
        [accountId, used],
      );
      recalculating = new FlowStatsRecalculation(new Database(testDatabase.dataSource)).run(accountId);
      await database.query('select pg_sleep(0.3)');
      const sql = `delete from sessions where account_id = $1 and status = 'resolved'`;
      await database.query(sql, [accountId]);
    });
    expect(await recalculating).toEqual({ corrected_flows: 0 });
  });
});
