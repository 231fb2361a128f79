import { calendarDay, day, dayAndTime, dayOf, dayRange, isMonday, timeOfDay, weekday } from './dates.js';

const NOW = new Date('2026-11-25T12:00:00Z');

describe('local days', () => {
  it('are written as they are, whatever zone the browser is in', () => {
    expect(day('2026-11-24')).toBe('Nov 24');
    expect(weekday('2026-11-17')).toBe('Tue, Nov 17');
    expect([isMonday('2026-11-16'), isMonday('2026-11-17')]).toEqual([true, false]);
  });
});

describe('instants', () => {
  it('are written in the zone given', () => {
    expect(dayAndTime('2026-11-24T23:30:00Z', 'Asia/Kolkata', NOW)).toBe('Nov 25 05:00');
    expect(timeOfDay('2026-11-24T00:05:00Z', 'UTC')).toBe('00:05');
    expect(calendarDay('2026-03-02T23:59:00Z', 'UTC')).toBe('Mar 2, 2026');
  });

  it('carry the year when it is not the present one of the zone', () => {
    expect(dayAndTime('2016-02-29T10:04:00Z', 'Europe/London', NOW)).toBe('Feb 29, 2016 10:04');
    expect(dayOf('2025-12-31T23:30:00Z', 'UTC', NOW)).toBe('Dec 31, 2025');
    expect(dayOf('2025-12-31T23:30:00Z', 'Asia/Kolkata', NOW)).toBe('Jan 1');
    expect(dayOf('2026-12-31T23:30:00Z', 'Asia/Kolkata', new Date('2026-12-31T20:00:00Z'))).toBe('Jan 1');
  });
});

/** Around the dash of a range stand thin spaces. */
const DASH = '\u2009–\u2009';

describe('ranges', () => {
  const november = { from: '2026-10-26T00:00:00Z', to: '2026-11-24T16:42:00Z' };

  it('name the first and the last local day touched', () => {
    expect(dayRange(november, 'Europe/London', false, NOW)).toBe(`Oct 26${DASH}Nov 24`);
  });

  it('end with the day before a midnight, which is outside', () => {
    expect(dayRange({ from: '2026-02-29T00:00:00Z', to: '2026-03-03T00:00:00Z' }, 'UTC', true)).toBe(`Mar 1${DASH}2, 2026`);
  });

  it('carry the year when they are not all in the present one', () => {
    const newYear = { from: '2025-12-20T00:00:00Z', to: '2026-01-04T00:00:00Z' };
    expect(dayRange(newYear, 'UTC', false, NOW)).toBe(`Dec 20, 2025${DASH}Jan 3, 2026`);
  });

  it('carry the year when asked', () => {
    expect(dayRange(november, 'Europe/London', true)).toBe(`Oct 26${DASH}Nov 24, 2026`);
  });
});
