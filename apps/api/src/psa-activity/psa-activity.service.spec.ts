import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import type { PsaMetricsDto, WindowQueryDto } from '@flowpilot/contracts';
import { Scenario } from '@flowpilot/testing';

import { windowAt } from '../../test/account-window.js';
import { Database } from '../database/database.js';
import { createTestDatabase, type TestDatabase } from '../database/test-database.js';
import { RolledCounts, RollupRefresh } from '../rollups/index.js';
import { PsaActivityReadService } from './psa-activity.service.js';

const NOW = '2026-06-30T12:00:00Z';
const today = new Date('2026-06-30T09:00:00Z');
const hoursAgo = (hours: number) => new Date(Date.parse(NOW) - hours * 3_600_000);

describe('PsaActivityReadService', () => {
  let testDatabase: TestDatabase;
  let database: Database;
  let acme: Scenario;

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    database = new Database(testDatabase.dataSource);
  });

  beforeEach(async () => {
    acme = await Scenario.start(database, { unloggedAfterHours: 24 });
  });

  afterAll(() => testDatabase.drop());

  const metrics = async (query: WindowQueryDto = { period: '7d' }): Promise<PsaMetricsDto> =>
    new PsaActivityReadService(database, new RolledCounts(database)).read(await windowAt(database, acme.accountId, NOW, query));

  it('sums the hours of entries exactly, over the sessions that have one', async () => {
    const session = await acme.session({ createdAt: hoursAgo(24 * 60) });
    const another = await acme.session({ createdAt: today });
    await acme.activity({ createdAt: today, sessionId: session.id, hours: 0.1 });
    await acme.activity({ createdAt: today, sessionId: session.id, hours: 0.2 });
    await acme.activity({ createdAt: today, sessionId: another.id, hours: 0.7049 });
    await acme.activity({ createdAt: today, hours: 0.0001 });
    await acme.activity({ createdAt: today, sessionId: another.id, type: 'note_posted' });
    await acme.activity({ createdAt: today, sessionId: another.id, type: 'status_updated' });
    expect(await metrics()).toMatchObject({
      total_time_entries: 4,
      total_hours_logged: 1.01, // 1.005
      avg_hours_per_session: 0.5, // 0.5025
      unattributed_entries: 1,
      previous: { total_time_entries: 0, total_hours_logged: 0, avg_hours_per_session: 0 },
    });
  });

  it('compares with the entries of the previous window', async () => {
    await acme.activity({ createdAt: hoursAgo(24 * 7), hours: 9 }); // the first instant after the previous window
    await acme.activity({ createdAt: hoursAgo(24 * 7 + 1), hours: 1.5 });
    expect((await metrics()).previous).toEqual({
      total_time_entries: 1,
      total_hours_logged: 1.5,
      avg_hours_per_session: 0,
    });
  });

  it('shows every local day of the window', async () => {
    acme = await Scenario.start(database, { timeZone: 'Asia/Kolkata' });
    await acme.activity({ createdAt: new Date('2026-06-28T18:29:59Z'), hours: 1 });
    await acme.activity({ createdAt: new Date('2026-06-28T18:30:00Z'), hours: 2.25 });
    await acme.activity({ createdAt: new Date('2026-06-29T18:29:59Z'), hours: 2.25 });
    expect((await metrics()).daily_trend).toEqual([
      ...[24, 25, 26, 27].map((day) => ({ date: `2026-06-${day}`, entries: 0, hours: 0 })),
      { date: '2026-06-28', entries: 1, hours: 1 },
      { date: '2026-06-29', entries: 2, hours: 4.5 },
      { date: '2026-06-30', entries: 0, hours: 0 },
    ]);
  });

  it('nests the funnel and counts the sessions that skipped a step', async () => {
    const given = { createdAt: today };
    await acme.session(given);
    await acme.session({ ...given, ticket: '1' });
    await acme.session({ ...given, ticket: '2', hasNote: true });
    await acme.session({ ...given, ticket: '3', hasNote: true, hasTimeEntry: true });
    await acme.session({ ...given, ticket: '4', hasTimeEntry: true });
    await acme.session({ ...given, hasNote: true, hasTimeEntry: true });
    await acme.session({ createdAt: hoursAgo(24 * 8), ticket: '5', hasNote: true });
    expect(await metrics()).toMatchObject({
      push_funnel: { total_sessions: 6, linked_to_ticket: 4, doc_pushed: 2, time_entry_logged: 1 },
      skipped_a_step: 2,
    });
  });

  it('counts activities whenever they came', async () => {
    const session = await acme.session({ createdAt: hoursAgo(24 * 6), ticket: '1' });
    await acme.activity({ createdAt: hoursAgo(24 * 40), sessionId: session.id, type: 'note_posted' });
    await acme.activity({ createdAt: hoursAgo(-1), sessionId: session.id });
    expect(await metrics()).toMatchObject({
      total_time_entries: 0,
      push_funnel: { doc_pushed: 1, time_entry_logged: 1 },
    });
  });

  it('finds the ended sessions that nobody logged time for, once they had time to', async () => {
    const given = { createdAt: hoursAgo(72), ticket: '1' };
    await acme.session({ ...given, status: 'resolved', resolvedAt: hoursAgo(24) });
    await acme.session({ ...given, status: 'escalated', escalatedAt: hoursAgo(25) });
    await acme.session({ ...given, status: 'resolved', resolvedAt: hoursAgo(23.9) });
    await acme.session({ ...given, status: 'resolved', resolvedAt: hoursAgo(1), escalatedAt: hoursAgo(70) });
    await acme.session({ ...given, status: 'escalated', escalatedAt: hoursAgo(30), hasTimeEntry: true });
    await acme.session({ ...given, status: 'resolved', resolvedAt: hoursAgo(30), ticket: null });
    await acme.session({ ...given, status: 'abandoned', escalatedAt: hoursAgo(30) });
    await acme.session({ ...given, escalatedAt: hoursAgo(30) });
    expect(await metrics()).toMatchObject({ unlogged_sessions: 2, unlogged_hours_estimate: null });
    const logged = await acme.session({ createdAt: today });
    await acme.activity({ createdAt: today, sessionId: logged.id, hours: 0.3333 });
    expect(await metrics()).toMatchObject({ unlogged_sessions: 2, unlogged_hours_estimate: 0.67 });
  });

  it('finds them of counted days to the moment, whichever moment was asked for before', async () => {
    const given = { createdAt: hoursAgo(72), ticket: '1', status: 'resolved' as const };
    for (const minutesAgo of [10, 30, 90]) await acme.session({ ...given, resolvedAt: hoursAgo(minutesAgo / 60) });
    await acme.session({ ...given, createdAt: hoursAgo(80), resolvedAt: hoursAgo(70) });
    await new RollupRefresh(database, { now: () => new Date(NOW) }).run(acme.accountId);
    const service = new PsaActivityReadService(database, new RolledCounts(database));
    const unloggedIn = async (minutes: number) => {
      const moment = new Date(Date.parse(NOW) + (24 * 60 + minutes) * 60_000);
      return (await service.read(await windowAt(database, acme.accountId, moment, { period: '7d' }))).unlogged_sessions;
    };
    const moments = [-91, -90, -30.001, -30, -11, -10, 60, -31, -95];
    const found: number[] = [];
    for (const minutes of moments) found.push(await unloggedIn(minutes));
    expect(found).toEqual([1, 2, 2, 3, 3, 4, 4, 2, 1]);
  });

  it('counts the pushes of the window that failed or wait', async () => {
    await acme.push({ createdAt: today, state: 'failed' });
    await acme.push({ createdAt: today, state: 'failed' });
    await acme.push({ createdAt: today, state: 'pending' });
    await acme.push({ createdAt: today, state: 'unknown' });
    await acme.push({ createdAt: today, state: 'sent' });
    await acme.push({ createdAt: hoursAgo(24 * 8), state: 'failed' });
    expect(await metrics()).toMatchObject({ failed_pushes: 2, pending_pushes: 1 });
  });
});
