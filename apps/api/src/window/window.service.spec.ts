import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { WindowQueryDto } from '@flowpilot/contracts';
import { Scenario } from '@flowpilot/testing';

import { Database } from '../database/database.js';
import { createTestDatabase, type TestDatabase } from '../database/test-database.js';
import { type AccountWindow, toWindowDto } from './account-window.js';
import { WindowService } from './window.service.js';

describe('WindowService', () => {
  let testDatabase: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    database = new Database(testDatabase.dataSource);
  });

  afterAll(() => testDatabase.drop());

  /** The window that an account in the zone sees at an instant. */
  async function windowIn(timeZone: string, now: string, query: WindowQueryDto = {}): Promise<AccountWindow> {
    const { accountId } = await Scenario.start(database, { timeZone, minSample: 3, unloggedAfterHours: 48 });
    return new WindowService(database, { now: () => new Date(now) }).resolve(accountId, query);
  }

  const hoursOf = (window: AccountWindow, date: string) => {
    const day = window.days.find((each) => each.date === date);
    return day && (day.end.getTime() - day.start.getTime()) / 3_600_000;
  };

  it('is N local days that end now', async () => {
    const window = await windowIn('America/New_York', '2026-06-30T16:00:00Z', { period: '7d' });
    expect(toWindowDto(window)).toEqual({
      period: '7d',
      from: '2026-06-24T04:00:00.000Z',
      to: '2026-06-30T16:00:00.000Z',
      time_zone: 'America/New_York',
      previous: { from: '2026-06-17T04:00:00.000Z', to: '2026-06-23T16:00:00.000Z' },
    });
    expect(window).toMatchObject({ today: '2026-06-30', minSample: 3, unloggedAfterHours: 48 });
    expect(window.days.map((day) => day.date)).toEqual(
      [24, 25, 26, 27, 28, 29, 30].map((day) => `2026-06-${day}`),
    );
  });

  it('has days that touch and together are the window', async () => {
    const window = await windowIn('Europe/Berlin', '2026-11-24T10:00:00.123Z', { period: '90d' });
    expect(window.days).toHaveLength(90);
    expect(window.days[0]?.start).toEqual(window.from);
    expect(window.days.at(-1)?.end).toEqual(window.to);
    window.days.slice(1).forEach((day, index) => expect(day.start).toEqual(window.days[index]?.end));
    expect(hoursOf(window, '2026-10-25')).toBe(25);
  });

  it('knows half hours, short days and days that begin at one', async () => {
    const kolkata = await windowIn('Asia/Kolkata', '2026-06-30T18:29:59.999Z', { period: '7d' });
    expect(kolkata.today).toBe('2026-06-30');
    expect(kolkata.from.toISOString()).toBe('2026-06-23T18:30:00.000Z');
    const lordHowe = await windowIn('Australia/Lord_Howe', '2026-04-10T00:00:00Z', { period: '7d' });
    expect(hoursOf(lordHowe, '2026-04-05')).toBe(24.5);
    const newYork = await windowIn('America/New_York', '2026-03-10T00:00:00Z');
    expect(hoursOf(newYork, '2026-03-08')).toBe(23);
    const saoPaulo = await windowIn('America/Sao_Paulo', '2018-11-06T12:00:00Z', { period: '7d' });
    expect(saoPaulo.days.find((day) => day.date === '2018-11-04')?.start.toISOString()).toBe('2018-11-04T03:00:00.000Z');
    expect(hoursOf(saoPaulo, '2018-11-04')).toBe(23);
  });

  it.each([
    // The midnight occurs twice; the day begins at the first.
    ['America/Havana', '2025-11-02', '2025-11-02T04:00:00.000Z', 25],
    ['Antarctica/Vostok', '2023-12-18', '2023-12-17T17:00:00.000Z', 26],
    // The last hour of the day before occurs twice.
    ['America/Sao_Paulo', '2018-02-18', '2018-02-18T03:00:00.000Z', 24],
    ['Asia/Beirut', '2025-10-26', '2025-10-25T22:00:00.000Z', 24],
  ])('begins a day in %s, %s, at its first instant', async (timeZone, date, start, hours) => {
    const threeDaysOn = new Date(Date.parse(start) + 3 * 86_400_000).toISOString();
    const window = await windowIn(timeZone, threeDaysOn, { period: '7d' });
    expect(window.days.find((day) => day.date === date)?.start.toISOString()).toBe(start);
    expect(hoursOf(window, date)).toBe(hours);
  });

  it('keeps a day that a zone skipped, as one without an hour', async () => {
    const window = await windowIn('Pacific/Apia', '2012-01-03T00:00:00Z', { period: '7d' });
    expect(window.days.map((day) => day.date)).toContain('2011-12-30');
    expect(hoursOf(window, '2011-12-30')).toBe(0);
    expect(hoursOf(window, '2011-12-31')).toBe(24);
  });

  it('compares a part-day with the part-day N local days before, over a clock change', async () => {
    const window = await windowIn('Europe/Berlin', '2026-03-30T12:00:00Z', { period: '7d' }); // 14:00, UTC+2
    expect(window.previous.to.toISOString()).toBe('2026-03-23T13:00:00.000Z'); // 14:00, UTC+1
    expect(window.previous.from.toISOString()).toBe('2026-03-16T23:00:00.000Z');
  });

  it('reads a skipped and a repeated end of the previous window as PostgreSQL does', async () => {
    const skipped = await windowIn('Europe/Berlin', '2026-04-05T00:30:00Z', { period: '7d' }); // 02:30
    expect(skipped.previous.to.toISOString()).toBe('2026-03-29T01:30:00.000Z'); // 02:30 at UTC+1
    const repeated = await windowIn('Europe/Berlin', '2026-11-01T01:30:00Z', { period: '7d' }); // 02:30
    expect(repeated.previous.to.toISOString()).toBe('2026-10-25T01:30:00.000Z'); // the later 02:30
  });

  describe('of a custom range', () => {
    const now = '2026-06-30T16:00:00Z';

    it('ends with its last day, and its previous window ends where it begins', async () => {
      const window = await windowIn('UTC', now, { from: '2026-06-01', to: '2026-06-10' });
      expect(toWindowDto(window)).toEqual({
        period: 'custom',
        from: '2026-06-01T00:00:00.000Z',
        to: '2026-06-11T00:00:00.000Z',
        time_zone: 'UTC',
        previous: { from: '2026-05-22T00:00:00.000Z', to: '2026-06-01T00:00:00.000Z' },
      });
      expect(window.today).toBe('2026-06-30');
    });

    it.each([
      ['today', '2026-06-30'],
      ['a day to come', '2026-07-20'],
    ])('ends now when its last day is %s', async (_, to) => {
      const window = await windowIn('UTC', now, { from: '2026-06-28', to });
      expect(window.days.map((day) => day.date)).toEqual(['2026-06-28', '2026-06-29', '2026-06-30']);
      expect(window.to.toISOString()).toBe('2026-06-30T16:00:00.000Z');
      expect(window.previous.from.toISOString()).toBe('2026-06-25T00:00:00.000Z');
      expect(window.previous.to.toISOString()).toBe('2026-06-27T16:00:00.000Z');
    });

    it('is refused when it has not begun in the zone of the account', async () => {
      const range = { from: '2026-07-01', to: '2026-07-02' };
      await expect(windowIn('UTC', now, range)).rejects.toMatchObject({
        code: 'validation_failed',
        errors: [{ pointer: 'from' }],
      });
      expect((await windowIn('Pacific/Auckland', now, range)).days).toHaveLength(1);
    });

    it('may lie in a distant past', async () => {
      const window = await windowIn('Asia/Kolkata', now, { from: '0001-01-01', to: '0001-12-31' });
      expect(window.days).toHaveLength(365);
    });
  });

  it.each(['Europe/Berlin', 'America/Havana', 'America/Sao_Paulo', 'Asia/Gaza', 'America/St_Johns', 'Pacific/Apia', 'Africa/Cairo'])(
    'has the days of %s begin where the rollups have them begin',
    async (zone) => {
      for (const year of [1987, 2006, 2010, 2011, 2018, 2023]) {
        const { days } = await windowIn(zone, `${year + 1}-06-30T12:00:00Z`, { from: `${year}-01-01`, to: `${year}-12-31` });
        const rolled = await database.query<{ start: Date }>(
          'select local_day_start(given.day, $2) as start from unnest($1::date[]) with ordinality as given (day, n) order by given.n',
          [days.map(({ date }) => date), zone],
        );
        expect(days.map(({ start }) => start)).toEqual(rolled.map(({ start }) => start));
      }
    },
  );

  it('does not exist for an unknown account', async () => {
    const service = new WindowService(database, { now: () => new Date() });
    await expect(service.resolve('00000000-0000-7000-8000-000000000000', {})).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
