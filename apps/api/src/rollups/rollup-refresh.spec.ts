import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { Scenario } from '@flowpilot/testing';

import { windowAt } from '../../test/account-window.js';
import { RolledAccounts } from '../../test/rolled-accounts.js';
import { CoverageService } from '../coverage/index.js';
import { Database } from '../database/database.js';
import { createTestDatabase, type TestDatabase } from '../database/test-database.js';
import { PsaActivityService } from '../psa/index.js';
import { PsaActivityReadService } from '../psa-activity/psa-activity.service.js';
import { WindowService } from '../window/index.js';
import { RolledCounts } from './reading/rolled-counts.js';
import { RollupRefresh } from './rollup-refresh.js';

const NOW = '2026-06-30T12:00:00Z';

describe('RollupRefresh', () => {
  let testDatabase: TestDatabase;
  let database: Database;
  let accounts: RolledAccounts;

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    database = new Database(testDatabase.dataSource);
    accounts = new RolledAccounts(database, NOW);
  });
  afterAll(() => testDatabase.drop());

  const refreshAt = (now: string) => new RollupRefresh(database, { now: () => new Date(now) });

  const daysOf = async (accountId: string) => {
    const sql = 'select rollup_days.day::text as day from rollup_days where rollup_days.account_id = $1 order by rollup_days.day';
    return (await database.query<{ day: string }>(sql, [accountId])).map(({ day }) => day);
  };

  it('counts the days since the first session, empty ones too, that ended three hours ago', async () => {
    const id = await accounts.begun('America/New_York', '2026-06-26T12:00:00Z', '2026-06-29T12:00:00Z');
    expect(await refreshAt('2026-06-30T06:59:59Z').run(id)).toEqual({ counted_days: 3 });
    expect(await daysOf(id)).toEqual(['2026-06-26', '2026-06-27', '2026-06-28']);
    expect(await refreshAt('2026-06-30T07:00:00Z').run(id)).toEqual({ counted_days: 1 });
    expect(await refreshAt('2026-06-30T07:00:00Z').run(id)).toEqual({ counted_days: 0 });
  });

  it('goes back two years and no further', async () => {
    const id = await accounts.begun('UTC', '2020-01-01T12:00:00Z');
    expect(await refreshAt(NOW).run(id)).toEqual({ counted_days: 732 });
  });

  it('is what is read, but for days that were written to since', async () => {
    const id = await accounts.begun('UTC', '2026-06-28T12:00:00Z', '2026-06-29T12:00:00Z', '2026-06-30T09:00:00Z');
    await refreshAt(NOW).run(id);
    expect(await accounts.sessionsOf(id)).toEqual([3]);
    await accounts.falsify(id);
    expect(await accounts.sessionsOf(id)).toEqual([203]);
    await accounts.writtenTo(id, '2026-06-29T23:59:59.999Z');
    expect(await accounts.sessionsOf(id)).toEqual([103]);
    expect(await refreshAt(NOW).run(id)).toEqual({ counted_days: 1 });
    expect(await accounts.sessionsOf(id)).toEqual([103]);
  });

  it('counts anew by the clocks of another zone', async () => {
    const id = await accounts.begun('UTC', '2026-06-28T02:00:00Z', '2026-06-29T12:00:00Z');
    await refreshAt(NOW).run(id);
    await accounts.falsify(id);
    await database.query(`update accounts set time_zone = 'America/New_York' where id = $1`, [id]);
    expect(await accounts.sessionsOf(id)).toEqual([2]);
    expect(await refreshAt(NOW).run(id)).toEqual({ counted_days: 3 });
    expect([await daysOf(id), await accounts.sessionsOf(id)]).toEqual([['2026-06-27', '2026-06-28', '2026-06-29'], [2]]);
  });

  it('reads a day from the sessions that the zone begins or ends otherwise by now', async () => {
    const id = await accounts.begun('UTC', '2026-06-28T12:00:00Z', '2026-06-29T12:00:00Z');
    await refreshAt(NOW).run(id);
    await accounts.falsify(id);
    await database.query(`update rollup_days set ends_at = ends_at - interval '1 hour' where account_id = $1 and day = '2026-06-28'`, [id]);
    expect(await accounts.sessionsOf(id)).toEqual([102]);
    expect(await refreshAt(NOW).run(id)).toEqual({ counted_days: 1 });
  });

  it('forgets a day that a clock running ahead has closed', async () => {
    const id = await accounts.begun('UTC', '2026-06-30T09:00:00Z');
    await refreshAt('2026-07-01T12:00:00Z').run(id);
    expect(await refreshAt(NOW).dueAccounts()).toContain(id);
    await refreshAt(NOW).run(id);
    expect(await daysOf(id)).toEqual(['2026-06-29']);
    expect(await refreshAt('2100-01-01T12:00:00Z').run(id)).not.toEqual({ counted_days: 732 });
  });

  it('knows the accounts that have something to count', async () => {
    const fresh = await accounts.begun('UTC', '2026-06-30T09:00:00Z');
    const [due, late, moved] = [await accounts.begun('UTC', '2026-06-29T12:00:00Z'), await accounts.begun('UTC', '2026-06-29T12:00:00Z'), await accounts.begun('UTC', '2026-06-29T12:00:00Z')];
    for (const id of [fresh, late, moved]) await refreshAt(NOW).run(id);
    await accounts.writtenTo(fresh, '2026-06-30T09:00:00Z');
    await accounts.writtenTo(late, '2026-06-29T12:00:00Z');
    await database.query(`update accounts set time_zone = 'Asia/Kathmandu' where id = $1`, [moved]);
    const named = async () => (await refreshAt(NOW).dueAccounts()).filter((id) => [fresh, due, late, moved].includes(id)).sort();
    expect(await named()).toEqual([due, late, moved].sort());
    for (const id of await named()) await refreshAt(NOW).run(id);
    expect(await named()).toEqual([]);
  });

  it('begins with the account that was written to most', async () => {
    const ids = [await accounts.begun('UTC', '2026-06-29T12:00:00Z'), await accounts.begun('UTC', '2026-06-29T12:00:00Z'), await accounts.begun('UTC', '2026-06-29T12:00:00Z')];
    for (const [index, id] of ids.entries()) {
      await refreshAt(NOW).run(id);
      for (let write = 0; write <= index; write += 1) await accounts.writtenTo(id, '2026-06-29T12:00:00Z');
    }
    expect((await refreshAt(NOW).dueAccounts()).filter((id) => ids.includes(id))).toEqual([...ids].reverse());
  });

  it.each([
    ['counts a few writes at once', 1, [5], true],
    ['leaves an account alone while much is being written to it', 250, [5], false],
    ['counts once nobody writes any more', 250, [45], true],
    ['waits for the last of many writes', 250, [100, 45, 5], false],
    ['waits no longer than three minutes', 250, [200, 100, 5], true],
  ])('%s', async (_, writes, secondsAgo, isDue) => {
    const id = await accounts.begun('UTC', '2026-06-29T12:00:00Z');
    await refreshAt(NOW).run(id);
    for (const seconds of secondsAgo) {
      for (let write = 0; write < writes; write += 1) await accounts.writtenTo(id, '2026-06-29T12:00:00Z', seconds);
    }
    expect((await refreshAt(NOW).dueAccounts()).includes(id)).toBe(isDue);
  });

  it.each(['Pacific/Kiritimati', 'Etc/GMT+12'])('finds a write at the first and the last instant of a day in %s', async (zone) => {
    const id = await accounts.begun(zone, '2026-06-27T12:00:00Z');
    await refreshAt(NOW).run(id);
    const sql = `select rollup_days.starts_at, rollup_days.ends_at - interval '1 ms' as last_at from rollup_days where account_id = $1 and day = '2026-06-28'`;
    const [day] = await database.query<{ starts_at: Date; last_at: Date }>(sql, [id]);
    for (const time of [day?.starts_at, day?.last_at]) {
      expect(await refreshAt(NOW).dueAccounts()).not.toContain(id);
      await accounts.writtenTo(id, time?.toISOString() ?? '');
      expect(await refreshAt(NOW).dueAccounts()).toContain(id);
      expect(await refreshAt(NOW).run(id)).toEqual({ counted_days: 1 });
    }
  });

  it('counts a session once where clocks set back over midnight read the day before again', async () => {
    const scenario = await Scenario.start(database, { timeZone: 'America/St_Johns' });
    const { id } = await scenario.session({ createdAt: new Date('2010-11-05T12:00:00Z') });
    // 00:01 became 23:01: the first entry lies in the 7th, though clocks read the 6th.
    for (const time of ['2010-11-07T03:00:00Z', '2010-11-10T12:00:00Z']) {
      await scenario.activity({ type: 'time_entry_posted', hours: 1, sessionId: id, createdAt: new Date(time) });
    }
    const averageHours = async () => {
      const window = await windowAt(database, scenario.accountId, '2010-11-20T12:00:00Z', { from: '2010-11-07', to: '2010-11-12' });
      return (await new PsaActivityReadService(database, new RolledCounts(database)).read(window)).avg_hours_per_session;
    };
    expect(await averageHours()).toBe(2);
    await refreshAt('2010-11-20T12:00:00Z').run(scenario.accountId);
    expect(await averageHours()).toBe(2);
  });

  it('counts a session once when an earlier entry of it comes late', async () => {
    const scenario = await Scenario.start(database, { timeZone: 'UTC' });
    const { accountId } = scenario;
    const { id } = await scenario.session({ createdAt: new Date('2026-06-28T09:00:00Z') });
    await scenario.activity({ type: 'time_entry_posted', hours: 1, sessionId: id, createdAt: new Date('2026-06-29T12:00:00Z') });
    await refreshAt(NOW).run(accountId);
    const clock = { now: () => new Date(NOW) };
    const log = new PsaActivityService(database, clock, new WindowService(database, clock));
    await log.record(
      { kind: 'system', id: null, accountId, ownSessionsOnly: false },
      { activity_type: 'time_entry_posted', hours_logged: 1, session_id: id, created_at: '2026-06-28T12:00:00Z' },
    );
    const averageHours = async () =>
      (await new PsaActivityReadService(database, new RolledCounts(database)).read(await windowAt(database, accountId, NOW))).avg_hours_per_session;
    expect(await averageHours()).toBe(2);
    expect(await refreshAt(NOW).run(accountId)).toEqual({ counted_days: 2 });
    expect(await averageHours()).toBe(2);
  });

  it('leaves other accounts alone, and what is written while it runs', async () => {
    const [mine, other] = [await accounts.begun('UTC', '2026-06-29T12:00:00Z'), await accounts.begun('UTC', '2026-06-29T12:00:00Z')];
    for (const id of [mine, other]) await accounts.writtenTo(id, '2026-06-29T12:00:00Z');
    await refreshAt(NOW).run(mine);
    const left = await database.query<{ account_id: string }>('select account_id from rollup_invalidations where account_id = any($1)', [[mine, other]]);
    expect(left).toEqual([{ account_id: other }]);
    expect(await daysOf(other)).toEqual([]);
  });

  it('sums the weeks that are whole, and forgets those that a day of was written to', async () => {
    const id = await accounts.begun('UTC', '2026-06-10T12:00:00Z', '2026-06-16T12:00:00Z', '2026-06-29T12:00:00Z');
    const weeks = async () => {
      const sql = 'select rollup_weeks.week::text as week from rollup_weeks where rollup_weeks.account_id = $1 order by rollup_weeks.week';
      return (await database.query<{ week: string }>(sql, [id])).map(({ week }) => week);
    };
    await refreshAt(NOW).run(id);
    expect(await weeks()).toEqual(['2026-06-15', '2026-06-22']);
    await database.query('update session_week_domain_stats set sessions = sessions + 100 where account_id = $1', [id]);
    expect(await accounts.sessionsOf(id)).toEqual([103]);
    await accounts.writtenTo(id, '2026-06-16T12:00:00Z');
    expect(await accounts.sessionsOf(id)).toEqual([3]);
    await refreshAt(NOW).run(id);
    expect([await weeks(), await accounts.sessionsOf(id)]).toEqual([['2026-06-15', '2026-06-22'], [3]]);
  });

  it.each([255, 256, 511])('counts %d sessions that took the same time, whether read, or summed by day or by week', async (sessions) => {
    const scenario = await Scenario.start(database, { timeZone: 'UTC' });
    const createdAt = new Date('2026-06-17T12:00:00Z');
    // A fifth took a day: the 90th percentile, as long as no count is lost.
    const slow = Math.ceil(sessions / 5);
    for (let n = 0; n < sessions; n += 1) {
      const resolvedAt = new Date(createdAt.getTime() + (n < slow ? 1440 : 10) * 60_000);
      await scenario.session({ createdAt, domain: 'VPN', status: 'resolved', resolvedAt });
    }
    const times = async () => {
      const { domains } = await new CoverageService(database, new RolledCounts(database)).read(await windowAt(database, scenario.accountId, NOW));
      return domains.map(({ resolved, median_resolution_minutes, p90_resolution_minutes }) => [resolved, median_resolution_minutes, p90_resolution_minutes]);
    };
    const read = await times();
    await refreshAt(NOW).run(scenario.accountId);
    expect(await times()).toEqual(read);
    await database.query('delete from rollup_weeks where account_id = $1', [scenario.accountId]);
    expect(await times()).toEqual(read);
  });
});
