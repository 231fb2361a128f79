import { instantOf, wallTime } from './zoned-time';

describe('a time of a zone', () => {
  it.each([
    ['2026-11-24T10:04', 'Europe/London', '2026-11-24T10:04:00.000Z'],
    ['2026-07-01T00:30', 'Europe/Berlin', '2026-06-30T22:30:00.000Z'],
    ['2026-11-24T10:04', 'Asia/Kolkata', '2026-11-24T04:34:00.000Z'],
    ['2026-01-01T00:00', 'Pacific/Auckland', '2025-12-31T11:00:00.000Z'],
    ['2026-10-25T01:30', 'Europe/London', '2026-10-25T00:30:00.000Z'], // shown twice: the first
  ])('%s in %s is %s', (wall, zone, instant) => {
    expect(instantOf(wall, zone)?.toISOString()).toBe(instant);
    expect(wallTime(instant, zone)).toBe(wall);
  });

  it('goes on after what the clocks skip', () => {
    expect(instantOf('2026-03-29T01:30', 'Europe/London')?.toISOString()).toBe('2026-03-29T01:30:00.000Z');
  });

  it('is none for what is no time', () => {
    expect(instantOf('', 'Europe/London')).toBeUndefined();
    expect(instantOf('soon', 'Europe/London')).toBeUndefined();
  });
});
