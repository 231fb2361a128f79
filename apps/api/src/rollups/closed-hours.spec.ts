import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { RolledAccounts } from '../../test/rolled-accounts.js';
import { Database } from '../database/database.js';
import { createTestDatabase, type TestDatabase } from '../database/test-database.js';
import { noteLateWrites } from '../late-writes/index.js';
import { RollupRefresh } from './rollup-refresh.js';

const NOW = '2026-06-30T12:00:00Z';

describe('RollupRefresh of a busy account', () => {
  let testDatabase: TestDatabase;
  let database: Database;
  let accounts: RolledAccounts;

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    database = new Database(testDatabase.dataSource);
    accounts = new RolledAccounts(database, NOW);
  });
  afterAll(() => testDatabase.drop());

  const refreshAt = (now: string, busyFrom?: number) => new RollupRefresh(database, { now: () => new Date(now) }, busyFrom);

  const daysWithEnds = async (accountId: string) => {
    const sql = `select rollup_days.day::text as day, rollup_days.ends_at, rollup_days.whole
                 from rollup_days where rollup_days.account_id = $1 order by rollup_days.day desc limit 2`;
    const rows = await database.query<{ day: string; ends_at: Date; whole: boolean }>(sql, [accountId]);
    return rows.map(({ day, ends_at, whole }) => [day, ends_at.toISOString().slice(0, 16), whole]);
  };
  const refresh = (id: string, now: string) => refreshAt(now, 1).run(id);
  const isDue = async (id: string, now: string) => (await refreshAt(now, 1).dueAccounts()).includes(id);

  it('counts the hours of today that are closed, anew when another one is', async () => {
    const id = await accounts.begun('Asia/Kathmandu', '2026-06-29T12:00:00Z', '2026-06-30T01:00:00Z');
    await refresh(id, '2026-06-30T07:00:00Z');
    expect(await daysWithEnds(id)).toEqual([['2026-06-29', '2026-06-29T18:15', true]]);
    expect(await isDue(id, '2026-06-30T07:59:00Z')).toBe(true);
    expect(await refresh(id, '2026-06-30T07:59:00Z')).toEqual({ counted_days: 1 });
    const yesterday = ['2026-06-29', '2026-06-29T18:15', true];
    expect(await daysWithEnds(id)).toEqual([['2026-06-30', '2026-06-30T04:00', false], yesterday]);
    expect(await isDue(id, '2026-06-30T07:59:59Z')).toBe(false);
    expect(await isDue(id, '2026-06-30T08:00:00Z')).toBe(true);
    expect(await refresh(id, '2026-06-30T08:00:00Z')).toEqual({ counted_days: 1 });
    expect(await daysWithEnds(id)).toEqual([['2026-06-30', '2026-06-30T05:00', false], yesterday]);
    expect(await refresh(id, '2026-06-30T21:10:00Z')).toEqual({ counted_days: 1 });
    expect(await daysWithEnds(id)).toEqual([['2026-06-30', '2026-06-30T18:00', false], yesterday]);
    // The day ends within the hour.
    expect(await isDue(id, '2026-06-30T21:15:00Z')).toBe(true);
    expect(await refresh(id, '2026-06-30T21:15:00Z')).toEqual({ counted_days: 1 });
    expect(await daysWithEnds(id)).toEqual([['2026-06-30', '2026-06-30T18:15', true], yesterday]);
    expect(await isDue(id, '2026-06-30T21:15:00Z')).toBe(false);
  });

  it('reads on from where the counted hours end', async () => {
    const id = await accounts.begun('UTC', '2026-06-29T12:00:00Z', '2026-06-30T08:59:59.999Z', '2026-06-30T09:00:00Z', '2026-06-30T11:00:00Z');
    await refresh(id, NOW);
    await refresh(id, NOW);
    expect(await accounts.sessionsOf(id)).toEqual([4]);
    await database.query(`update session_day_domain_stats set sessions = sessions + 100 where account_id = $1 and day = '2026-06-30'`, [id]);
    expect(await accounts.sessionsOf(id)).toEqual([104]);
    // A window that ends before them, as of a clock that lags, and one that was written to.
    expect(await accounts.sessionsOf(id, '2026-06-30T08:30:00Z')).toEqual([1]);
    await accounts.writtenTo(id, '2026-06-30T09:00:00Z');
    expect(await accounts.sessionsOf(id)).toEqual([104]);
    await accounts.writtenTo(id, '2026-06-30T08:59:59.999Z');
    expect(await accounts.sessionsOf(id)).toEqual([4]);
  });

  it('is told of many writes at once, before, within and after them', async () => {
    const id = await accounts.begun('America/Sao_Paulo', '2026-06-29T12:00:00Z', '2026-06-30T05:00:00Z');
    await refresh(id, NOW);
    await refresh(id, NOW);
    await accounts.falsify(id);
    const written = ['2026-06-30T02:30:00Z', '2026-06-30T05:00:00Z', '2026-06-30T09:30:00Z'].map((time) => new Date(time));
    await noteLateWrites(database, id, written, new Date(NOW));
    expect(await accounts.sessionsOf(id)).toEqual([2]);
  });

  it('is no whole day of a week, and is forgotten when the account is busy no more', async () => {
    const id = await accounts.begun('UTC', '2026-06-16T12:00:00Z', '2026-06-21T05:00:00Z', '2026-06-21T10:30:00Z');
    const sunday = '2026-06-21T12:00:00Z';
    await refresh(id, sunday);
    await refresh(id, sunday);
    expect(await accounts.sessionsOf(id, sunday)).toEqual([3]);
    expect(await database.query('select from rollup_weeks where rollup_weeks.account_id = $1', [id])).toEqual([]);
    await refreshAt(sunday).run(id);
    expect(await daysWithEnds(id)).toEqual([
      ['2026-06-20', '2026-06-21T00:00', true],
      ['2026-06-19', '2026-06-20T00:00', true],
    ]);
  });
});
