import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { LocalDay } from '../../window/index.js';
import type { RolledDay } from './rolled-days.js';
import { planStretches, type Stretch } from './stretch-plan.js';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** A Monday. */
const FIRST_MS = Date.parse('2026-06-01T00:00:00Z');
const MONDAYS = ['2026-06-01', '2026-06-08', '2026-06-15', '2026-06-22'];

const dateOf = (n: number) => new Date(FIRST_MS + n * DAY_MS).toISOString().slice(0, 10);

function localDay(n: number, hours = 24): LocalDay {
  const start = FIRST_MS + n * DAY_MS;
  return { date: dateOf(n), start: new Date(start), end: new Date(start + hours * HOUR_MS) };
}

function rolledDay(n: number, given: Partial<RolledDay> = {}): RolledDay {
  const start = FIRST_MS + n * DAY_MS;
  return { day: dateOf(n), starts_ms: start, ends_ms: start + DAY_MS, whole: true, counted_us: 1, week: MONDAYS[Math.floor(n / 7)] ?? null, ...given };
}

function planOf(stretches: readonly Stretch[], rolled: readonly RolledDay[], { recentFrom = '9999-01-01', byWeek = false } = {}) {
  return planStretches(stretches, { byDate: new Map(rolled.map((day) => [day.day, day])), recentFrom }, byWeek);
}

const days = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => localDay(from + n));
const read = (plan: ReturnType<typeof planOf>) => plan.rolled.flatMap((part) => part.days.map(({ day }) => day));

describe('planStretches', () => {
  it('reads what is rolled from the rollups, and the rest in as few pieces as it has', () => {
    const plan = planOf([days(0, 6)], [rolledDay(0), rolledDay(3)]);
    expect(read(plan)).toEqual([dateOf(0), dateOf(3)]);
    expect(plan.pieces).toEqual([
      { position: 1, starts_ms: FIRST_MS + DAY_MS, ends_ms: FIRST_MS + 3 * DAY_MS },
      { position: 1, starts_ms: FIRST_MS + 4 * DAY_MS, ends_ms: FIRST_MS + 6 * DAY_MS },
    ]);
  });

  it.each([
    ['begins by another clock', { starts_ms: FIRST_MS + HOUR_MS }],
    ['ends by another clock', { ends_ms: FIRST_MS + DAY_MS - HOUR_MS }],
    ['ends after what is asked', { ends_ms: FIRST_MS + DAY_MS + 1, whole: false }],
  ])('does not trust a day that %s', (_, given) => {
    const plan = planOf([days(0, 1)], [rolledDay(0, given)]);
    expect(plan.rolled).toEqual([]);
    expect(plan.pieces).toEqual([{ position: 1, starts_ms: FIRST_MS, ends_ms: FIRST_MS + DAY_MS }]);
  });

  it('reads on where the closed hours of a day end', () => {
    const plan = planOf([[localDay(0, 12)]], [rolledDay(0, { ends_ms: FIRST_MS + 9 * HOUR_MS, whole: false })]);
    expect(read(plan)).toEqual([dateOf(0)]);
    expect(plan.pieces).toEqual([{ position: 1, starts_ms: FIRST_MS + 9 * HOUR_MS, ends_ms: FIRST_MS + 12 * HOUR_MS }]);
  });

  it('takes no whole day of which only a part is asked', () => {
    expect(planOf([[localDay(0, 12)]], [rolledDay(0)]).rolled).toEqual([]);
  });

  it('tells the full hours of a whole day from those that pass while it is asked', () => {
    const asked = { ...localDay(0), end: new Date(FIRST_MS + 12.4 * HOUR_MS) };
    const counted = (given: Partial<RolledDay>) => planOf([[asked]], [rolledDay(0, given)]).counted.length;
    const { rolled, counted: hours, pieces } = planOf([[asked]], [rolledDay(0)]);
    expect(rolled).toEqual([]);
    expect(hours).toEqual([{ position: 1, starts_ms: FIRST_MS, ends_ms: FIRST_MS + 12 * HOUR_MS, day: rolledDay(0) }]);
    expect(pieces).toEqual([{ position: 1, starts_ms: FIRST_MS + 12 * HOUR_MS, ends_ms: asked.end.getTime() }]);
    expect([counted({ whole: false }), counted({ starts_ms: FIRST_MS + 1 }), counted({ ends_ms: FIRST_MS + 12 * HOUR_MS })]).toEqual([0, 0, 0]);
    expect(planOf([[{ ...asked, end: new Date(FIRST_MS + HOUR_MS / 2) }]], [rolledDay(0)]).counted).toEqual([]);
  });

  it('takes a week where all seven of its days are asked, whole and summed', () => {
    const all = Array.from({ length: 21 }, (_, n) => rolledDay(n));
    const weeks = (rolled: RolledDay[], from = 0, byWeek = true) => planOf([days(from, 21)], rolled, { byWeek }).rolled.flatMap((part) => part.weeks);
    expect(weeks(all)).toEqual(MONDAYS.slice(0, 3));
    expect(weeks(all, 1)).toEqual(MONDAYS.slice(1, 3));
    expect(weeks(all, 0, false)).toEqual([]);
    expect(weeks(all.filter((_, n) => n !== 8))).toEqual([MONDAYS[0], MONDAYS[2]]);
    expect(weeks(all.map((day) => ({ ...day, week: day.week === MONDAYS[2] ? null : day.week })))).toEqual(MONDAYS.slice(0, 2));
  });

  it('keeps days of late apart, and a week with the last of its days', () => {
    const all = Array.from({ length: 20 }, (_, n) => rolledDay(n, n > 13 ? { week: null } : {}));
    const { rolled } = planOf([days(0, 20)], all, { recentFrom: dateOf(12), byWeek: true });
    expect(rolled.map(({ age, days: [first], weeks }) => [age, first?.day, weeks])).toEqual([
      ['settled', dateOf(0), [MONDAYS[0]]],
      ['recent', dateOf(7), [MONDAYS[1]]],
    ]);
  });

  it('counts every moment of each stretch once, however much of it is rolled', () => {
    const someHours = fc.option(fc.integer({ min: 1, max: 24 }), { nil: undefined });
    const quarterHours = fc.integer({ min: 1, max: 96 }).map((quarters) => quarters / 4);
    fc.assert(
      fc.property(fc.array(someHours, { minLength: 1, maxLength: 28 }), quarterHours, fc.boolean(), fc.nat(28), (rolledHours, lastHours, byWeek, recent) => {
        const stretch = rolledHours.map((_, n) => localDay(n, n === rolledHours.length - 1 ? lastHours : 24));
        const rolled = rolledHours.flatMap((hours, n) =>
          hours === undefined ? [] : [rolledDay(n, { ends_ms: FIRST_MS + n * DAY_MS + hours * HOUR_MS, whole: hours === 24 })],
        );
        const plan = planOf([stretch, stretch.slice(-1)], rolled, { recentFrom: dateOf(recent), byWeek });
        for (const [index, asked] of [stretch, stretch.slice(-1)].entries()) {
          const position = index + 1;
          const spans = [
            ...plan.rolled.filter((part) => part.position === position).flatMap((part) => part.days.map(({ starts_ms, ends_ms }) => [starts_ms, ends_ms] as const)),
            ...[...plan.counted, ...plan.pieces].filter((piece) => piece.position === position).map(({ starts_ms, ends_ms }) => [starts_ms, ends_ms] as const),
          ].sort(([one], [other]) => one - other);
          expect(spans[0]?.[0]).toBe(asked[0]?.start.getTime());
          expect(spans.at(-1)?.[1]).toBe(asked.at(-1)?.end.getTime());
          spans.slice(1).forEach(([start], at) => expect(start).toBe(spans[at]?.[1]));
        }
      }),
    );
  });
});
