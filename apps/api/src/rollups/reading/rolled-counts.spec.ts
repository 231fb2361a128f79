import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';

import { Scenario } from '@flowpilot/testing';

import { windowAt } from '../../../test/account-window.js';
import { RolledAccounts } from '../../../test/rolled-accounts.js';
import { Database } from '../../database/database.js';
import { createTestDatabase, type TestDatabase } from '../../database/test-database.js';
import { RollupRefresh } from '../rollup-refresh.js';
import { entryTally } from './entry-tally.js';
import { RolledCounts } from './rolled-counts.js';
import { DOMAIN_TALLY, SESSION_TALLY } from './session-tallies.js';

const NOW = '2026-06-30T12:00:00Z';
const A_WHILE_AGO = '2026-06-10T12:00:00Z';
const OF_LATE = '2026-06-29T12:00:00Z';

describe('RolledCounts', () => {
  let testDatabase: TestDatabase;
  let database: Database;
  let accounts: RolledAccounts;
  let counts: RolledCounts;

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    database = new Database(testDatabase.dataSource);
    accounts = new RolledAccounts(database, NOW);
  });

  beforeEach(() => {
    counts = new RolledCounts(database);
  });

  afterAll(() => testDatabase.drop());

  const refresh = (accountId: string, now = NOW) => new RollupRefresh(database, { now: () => new Date(now) }).run(accountId);

  async function sessionsOf(accountId: string, now = NOW): Promise<number> {
    const window = await windowAt(database, accountId, now);
    const rows = await counts.read(window, window.days, (read) => read.of(DOMAIN_TALLY, [window.days]));
    return rows.reduce((sum, { sessions }) => sum + sessions, 0);
  }

  it.each([A_WHILE_AGO, OF_LATE])('reads rolled days of %s once', async (begun) => {
    const accountId = await accounts.begun('UTC', begun);
    await refresh(accountId);
    expect(await sessionsOf(accountId)).toBe(1);
    await accounts.falsify(accountId);
    expect(await sessionsOf(accountId)).toBe(1);
    counts = new RolledCounts(database);
    expect(await sessionsOf(accountId)).toBe(101);
  });

  it.each([A_WHILE_AGO, OF_LATE])('reads days of %s anew once they were counted anew', async (begun) => {
    const accountId = await accounts.begun('UTC', begun);
    await refresh(accountId);
    expect(await sessionsOf(accountId)).toBe(1);
    await database.query(`delete from sessions where account_id = $1`, [accountId]);
    await accounts.writtenTo(accountId, begun);
    expect(await sessionsOf(accountId)).toBe(0);
    await refresh(accountId);
    expect(await sessionsOf(accountId)).toBe(0);
  });

  it('remembers the hours of a past day up to which the window before is compared', async () => {
    const before = '2026-05-31T09:00:00Z';
    const accountId = await accounts.begun('UTC', before, '2026-05-31T12:10:00Z', '2026-05-31T13:00:00Z');
    await refresh(accountId);
    const now = '2026-06-30T12:30:00Z';
    const sessions = async () => {
      const window = await windowAt(database, accountId, now);
      const rows = await counts.read(window, window.previousDays, (read) => read.of(SESSION_TALLY, [window.previousDays]));
      return rows.reduce((sum, row) => sum + row.sessions, 0);
    };
    expect(await sessions()).toBe(2);
    // What no write of the product does: without a note.
    await database.query(`delete from sessions where account_id = $1 and created_at = $2`, [accountId, before]);
    expect(await sessions()).toBe(2);
    await accounts.writtenTo(accountId, before);
    expect(await sessions()).toBe(1);
    await refresh(accountId);
    expect(await sessions()).toBe(1);
  });

  it('reads the rows of today once for two tallies of them', async () => {
    const accountId = await accounts.begun('UTC', '2026-06-30T11:00:00Z', '2026-06-30T11:30:00Z');
    const window = await windowAt(database, accountId, NOW);
    const today = window.days.slice(-1);
    const statements = jest.spyOn(database, 'prepared');
    const [domains, sessions, asked] = await counts.read(window, window.days, async (read) => {
      const domains = await read.of(DOMAIN_TALLY, [today]);
      const before = statements.mock.calls.length;
      const sessions = await read.of(SESSION_TALLY, [[], today]);
      return [domains, sessions, statements.mock.calls.length - before] as const;
    });
    statements.mockRestore();
    expect(domains).toMatchObject([{ position: 1, domain_key: 'vpn', sessions: 2 }]);
    expect(sessions.map(({ position, sessions: count }) => [position, count])).toEqual([[2, 2]]);
    expect(asked).toBe(0);
  });

  it('counts what a stretch begins with by the stretch, of the same days', async () => {
    const scenario = await Scenario.start(database);
    const { accountId } = scenario;
    const { id: sessionId } = await scenario.session({ createdAt: new Date(A_WHILE_AGO) });
    for (const at of ['2026-06-12T12:00:00Z', '2026-06-14T12:00:00Z']) await scenario.activity({ createdAt: new Date(at), sessionId, hours: 1 });
    await refresh(accountId);
    const { days } = await windowAt(database, accountId, NOW, { period: '90d' });
    const sessions = async (from: string) => {
      const stretch = days.filter(({ date }) => date >= from && date < '2026-06-20');
      const window = await windowAt(database, accountId, NOW);
      const rows = await counts.read(window, stretch, (read) => read.of(entryTally([stretch], 1), [stretch]));
      return rows.reduce((sum, row) => sum + row.sessions, 0);
    };
    expect([await sessions('2026-06-11'), await sessions('2026-06-13'), await sessions('2026-06-15'), await sessions('2026-06-11')]).toEqual([1, 1, 0, 1]);
  });

  it('counts the first days that a calendar has, and those before them', async () => {
    const accountId = await accounts.begun('UTC', A_WHILE_AGO);
    // As long as the year before it was after its 29 February.
    const window = await windowAt(database, accountId, NOW, { from: '0001-01-01', to: '0001-11-03' });
    const rows = await counts.read(window, [...window.previousDays, ...window.days], (read) => read.of(SESSION_TALLY, [window.previousDays, window.days]));
    expect(rows.map(({ position, sessions }) => [position, sessions])).toEqual([[1, 0], [2, 0]]);
  });

  it('tells accounts apart that ask for the same days', async () => {
    const [one, other] = [await accounts.begun('UTC', A_WHILE_AGO), await accounts.begun('UTC', A_WHILE_AGO, A_WHILE_AGO)];
    await refresh(one);
    await refresh(other);
    expect([await sessionsOf(one), await sessionsOf(other), await sessionsOf(one)]).toEqual([1, 2, 1]);
  });

  it('follows the account into another zone and back', async () => {
    // Half past midnight in Berlin, and the evening before in New York: outside of its window there.
    const accountId = await accounts.begun('Europe/Berlin', '2026-05-31T22:30:00Z');
    const moveTo = (zone: string) => database.query('update accounts set time_zone = $2 where id = $1', [accountId, zone]);
    await refresh(accountId);
    expect(await sessionsOf(accountId)).toBe(1);
    await moveTo('America/New_York');
    expect(await sessionsOf(accountId)).toBe(0);
    await refresh(accountId);
    expect(await sessionsOf(accountId)).toBe(0);
    await moveTo('Europe/Berlin');
    expect(await sessionsOf(accountId)).toBe(1);
  });
});
