import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import type { WindowQueryDto } from '@flowpilot/contracts';
import { Scenario } from '@flowpilot/testing';

import { SettableClock } from '../../test/settable-clock.js';
import { Database } from '../database/database.js';
import { createTestDatabase, type TestDatabase } from '../database/test-database.js';
import { WindowService } from './window.service.js';

/** The database, and how many statements it was asked. */
class CountedDatabase extends Database {
  asked = 0;

  override query<Row>(...statement: Parameters<Database['query']>): Promise<Row[]> {
    this.asked += 1;
    return super.query<Row>(...statement);
  }

  override prepared<Row>(...statement: Parameters<Database['prepared']>): Promise<Row[]> {
    this.asked += 1;
    return super.prepared<Row>(...statement);
  }
}

const HOUR_MS = 3_600_000;

describe('what a process remembers of windows', () => {
  let testDatabase: TestDatabase;
  let database: CountedDatabase;
  const clock = new SettableClock();
  let service: WindowService;

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    database = new CountedDatabase(testDatabase.dataSource);
  });

  beforeEach(() => {
    clock.set('2026-06-30T16:00:00Z');
    service = new WindowService(database, clock);
  });

  afterAll(() => testDatabase.drop());

  const accountIn = async (timeZone: string) => (await Scenario.start(database, { timeZone })).accountId;

  /** How many statements a window takes. */
  async function statementsOf(accountId: string, query: WindowQueryDto = {}): Promise<number> {
    const before = database.asked;
    await service.resolve(accountId, query);
    return database.asked - before;
  }

  it('spares the next read of the same days a statement, whoever asks', async () => {
    const [one, other] = [await accountIn('Europe/Berlin'), await accountIn('Europe/Berlin')];
    expect(await statementsOf(one)).toBe(2);
    expect(await statementsOf(one)).toBe(1);
    clock.advance(60_000);
    expect(await statementsOf(other)).toBe(1);
    expect(await statementsOf(one, { from: '2026-06-01', to: '2026-06-30' })).toBe(1);
  });

  it('keeps apart other days, as many days, and the same days of another zone', async () => {
    const berlin = await accountIn('Europe/Berlin');
    expect(await statementsOf(berlin)).toBe(2);
    expect(await statementsOf(berlin, { period: '7d' })).toBe(2);
    expect(await statementsOf(berlin, { from: '2026-06-01', to: '2026-06-29' })).toBe(2);
    expect(await statementsOf(berlin, { from: '2026-05-31', to: '2026-06-29' })).toBe(2);
    expect(await statementsOf(await accountIn('Europe/Vienna'))).toBe(2);
  });

  it.each([
    ['Europe/Berlin', '2026-03-30T12:00:00Z'],
    ['Europe/Berlin', '2026-04-05T00:30:00Z'], // the same time of the previous window was skipped
    ['Europe/Berlin', '2026-11-01T01:30:00Z'], // and here repeated
    ['Europe/Berlin', '2026-10-25T00:30:00.001Z'],
    ['America/Havana', '2025-11-02T04:30:00Z'],
    ['America/Havana', '2025-11-05T12:00:00Z'],
    ['Asia/Beirut', '2025-10-26T12:00:00Z'],
    ['Asia/Beirut', '2026-03-29T12:00:00Z'], // begins at one
    ['Pacific/Apia', '2011-12-31T11:00:00Z'], // the day after the one that was skipped
    ['Pacific/Apia', '2012-01-03T00:00:00Z'],
    ['UTC', '2026-01-01T00:00:00Z'],
  ])('is in %s at %s what is answered without it', async (zone, now) => {
    const accountId = await accountIn(zone);
    clock.set(now);
    const today = new Date(clock.now().getTime() - 12 * HOUR_MS).toISOString().slice(0, 10);
    const ranges = [0, 1, 3, 40].map((days) => new Date(clock.now().getTime() - (12 + 24 * days) * HOUR_MS).toISOString().slice(0, 10));
    const queries: WindowQueryDto[] = [
      {},
      { period: '7d' },
      { period: '90d' },
      ...ranges.map((from) => ({ from, to: today })),
      ...ranges.slice(1).map((day) => ({ from: day, to: day })),
    ];
    for (const query of queries) {
      const fresh = await new WindowService(database, clock).resolve(accountId, query);
      await service.resolve(accountId, query);
      const before = database.asked;
      expect(await service.resolve(accountId, query)).toEqual(fresh);
      expect(database.asked).toBe(before + 1);
      expect(fresh.days.at(-1)?.end).toEqual(fresh.to);
      expect(fresh.previousDays.at(-1)?.end).toEqual(fresh.previous.to);
    }
  });

  it('is not seen to change when the one who was answered changes the answer', async () => {
    const accountId = await accountIn('Europe/Berlin');
    const window = await service.resolve(accountId, {});
    const before = structuredClone(window);
    for (const day of [...window.days, ...window.previousDays]) {
      day.start.setTime(0);
      day.date = 'another';
    }
    expect(await service.resolve(accountId, {})).toEqual(before);
  });

  it('has the next read see another zone of the account, and other settings', async () => {
    const accountId = await accountIn('Europe/Berlin');
    await service.resolve(accountId, {});
    await database.query(
      `update accounts set time_zone = 'America/New_York', min_sample = 7, unlogged_after_hours = 5 where id = $1`,
      [accountId],
    );
    const window = await service.resolve(accountId, {});
    expect(window).toMatchObject({ timeZone: 'America/New_York', minSample: 7, unloggedAfterHours: 5 });
    expect(window.from.toISOString()).toBe('2026-06-01T04:00:00.000Z');
  });

  it('has the next read see that midnight has passed', async () => {
    const accountId = await accountIn('Europe/Berlin');
    clock.set('2026-06-30T21:59:59.999Z');
    expect((await service.resolve(accountId, { period: '7d' })).today).toBe('2026-06-30');
    clock.advance(1);
    const window = await service.resolve(accountId, { period: '7d' });
    expect(window.today).toBe('2026-07-01');
    expect(window.from.toISOString()).toBe('2026-06-24T22:00:00.000Z');
    // Today has just begun, and has no length yet.
    expect(window.days.at(-1)).toEqual({ date: '2026-07-01', start: window.to, end: window.to });
  });

  it('refuses a range that has not begun, and an unknown account, without asking for days', async () => {
    const accountId = await accountIn('UTC');
    const before = database.asked;
    await expect(service.resolve(accountId, { from: '2026-07-01', to: '2026-07-02' })).rejects.toMatchObject({ code: 'validation_failed' });
    await expect(service.resolve('00000000-0000-7000-8000-000000000000', {})).rejects.toMatchObject({ code: 'not_found' });
    expect(database.asked).toBe(before + 2);
  });

  it('is forgotten after an hour, for the server may know other rules by then', async () => {
    const accountId = await accountIn('UTC');
    const query = { from: '2026-06-01', to: '2026-06-10' };
    await service.resolve(accountId, query);
    clock.advance(HOUR_MS);
    expect(await statementsOf(accountId, query)).toBe(1);
    clock.advance(1);
    expect(await statementsOf(accountId, query)).toBe(2);
  });

  it('is bounded: the days that were asked for longest ago go first', async () => {
    const accountId = await accountIn('UTC');
    const dayOf = (n: number) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10);
    for (let n = 0; n <= 200; n += 1) await service.resolve(accountId, { from: dayOf(n), to: dayOf(n) });
    expect(await statementsOf(accountId, { from: dayOf(1), to: dayOf(1) })).toBe(1);
    expect(await statementsOf(accountId, { from: dayOf(0), to: dayOf(0) })).toBe(2);
  });
});
