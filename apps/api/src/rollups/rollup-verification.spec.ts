import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { Scenario } from '@flowpilot/testing';

import { Database } from '../database/database.js';
import { createTestDatabase, type TestDatabase } from '../database/test-database.js';
import { noteLateWrites } from '../late-writes/index.js';
import { RollupRefresh } from './rollup-refresh.js';
import { RollupVerification } from './rollup-verification.js';

const NIGHTS = Array.from({ length: 30 }, (_, night) => new Date(Date.UTC(2026, 5, 1 + night, 4, 30)));
const DAYS = 40;

describe('RollupVerification', () => {
  let testDatabase: TestDatabase;
  let database: Database;
  let scenario: Scenario;
  let accountId: string;

  /** An account with sessions that take from a minute to days, on each of forty days. */
  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    database = new Database(testDatabase.dataSource);
    scenario = await Scenario.start(database);
    accountId = scenario.accountId;
    for (let day = 0; day < DAYS; day += 1) {
      const createdAt = new Date(Date.UTC(2026, 3, 1 + day, 12));
      for (const minutes of [1, 90, 3_000]) {
        const resolvedAt = new Date(createdAt.getTime() + minutes * 60_000);
        await scenario.session({ createdAt, domain: `Domain ${minutes}`, status: 'resolved', resolvedAt });
      }
    }
    await refreshAt(new Date('2026-05-31T12:00:00Z')).run(accountId);
  });
  afterAll(() => testDatabase.drop());

  const refreshAt = (now: Date) => new RollupRefresh(database, { now: () => now });
  const verifyAt = (now: Date) => new RollupVerification(database, refreshAt(now), { now: () => now }).run(accountId);

  it('finds every day as it was counted', async () => {
    let verified = 0;
    for (const now of NIGHTS) {
      const night = await verifyAt(now);
      expect(night.corrected_days).toBe(0);
      verified += night.verified_days;
    }
    const [counted] = await database.query<{ days: number }>(
      'select count(*)::int as days from rollup_days where rollup_days.account_id = $1 and rollup_days.day < $2',
      [accountId, '2026-06-01'],
    );
    expect(verified).toBeGreaterThanOrEqual(counted?.days ?? Infinity);
  });

  it.each(['session_day_domain_stats', 'session_day_stats'])('puts right within thirty nights what %s had otherwise', async (table) => {
    await database.query(`update ${table} set sessions = sessions + 1 where account_id = $1 and day = '2026-04-20'`, [accountId]);
    await database.query(`delete from ${table} where account_id = $1 and day = '2026-04-21'`, [accountId]);
    await database.query(
      `update ${table} set resolved_by_bucket = substr(resolved_by_bucket, 4) where account_id = $1 and day = '2026-04-22'`,
      [accountId],
    );
    let corrected = 0;
    for (const now of NIGHTS) corrected += (await verifyAt(now)).corrected_days;
    expect(corrected).toBe(3);
    for (const now of NIGHTS) expect((await verifyAt(now)).corrected_days).toBe(0);
  });

  it('calls no fault what is the same in other bytes', async () => {
    const createdAt = new Date('2026-04-15T18:00:00Z');
    for (const domain of ['Twice', 'Twice']) {
      await scenario.session({ createdAt, domain, status: 'resolved', resolvedAt: new Date('2026-04-15T18:30:00Z') });
    }
    await noteLateWrites(database, accountId, [createdAt], new Date('2026-06-01T00:00:00Z'));
    await refreshAt(new Date('2026-06-01T00:00:00Z')).run(accountId);
    const joined = await database.query(
      `update session_day_domain_stats set resolved_by_bucket = substr(resolved_by_bucket, 1, 2) || '\\x02'::bytea
       where account_id = $1 and domain_key = 'twice' and length(resolved_by_bucket) = 6
       returning domain_key`,
      [accountId],
    );
    expect(joined).toHaveLength(1);
    for (const now of NIGHTS) expect((await verifyAt(now)).corrected_days).toBe(0);
  });

  it('calls no fault what was written to since', async () => {
    const begun = new Date('2026-04-10T15:00:00Z');
    await scenario.session({ createdAt: begun });
    await noteLateWrites(database, accountId, [begun], new Date('2026-06-01T00:00:00Z'));
    for (const now of NIGHTS) expect((await verifyAt(now)).corrected_days).toBe(0);
  });
});
