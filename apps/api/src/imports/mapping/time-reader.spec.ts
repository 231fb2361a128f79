import { TimeReader } from './time-reader.js';

const iso = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString());
const reader = (timeZone: string, format: string | null = null, shiftDays = 0) =>
  new TimeReader({ format, timeZone, shiftDays });

describe('TimeReader', () => {
  it('reads a time without a zone in the zone given', () => {
    expect(iso(reader('UTC', 'dd-MM-yyyy HH:mm').read('29-02-2016 01:16'))).toBe('2016-02-29T01:16:00.000Z');
    expect(iso(reader('Asia/Kolkata', 'dd-MM-yyyy HH:mm').read('29-02-2016 01:16'))).toBe('2016-02-28T19:46:00.000Z');
    expect(iso(reader('America/Chicago').read('2026-07-01 09:00'))).toBe('2026-07-01T14:00:00.000Z');
  });

  it.each([
    ['2026-07-01T09:00:00Z', '2026-07-01T09:00:00.000Z'],
    ['2026-07-01T09:00:00.125+02:00', '2026-07-01T07:00:00.125Z'],
    ['2026-07-01 09:00 +0530', '2026-07-01T03:30:00.000Z'],
    ['2026-07-01', '2026-07-01T05:00:00.000Z'],
  ])('reads ISO 8601 %s as %s', (text, expected) => {
    expect(iso(reader('America/Chicago').read(text))).toBe(expected);
  });

  it('takes the offset that a format names', () => {
    expect(iso(reader('UTC', 'yyyy/MM/dd HH:mm ZZZ').read('2026/07/01 09:00 +0200'))).toBe('2026-07-01T07:00:00.000Z');
    expect(iso(reader('UTC', "yyyy-MM-dd'Z'HH:mm").read('2026-07-01Z09:00'))).toBe('2026-07-01T09:00:00.000Z');
  });

  it.each(['', '12', '20:15', '2026-02-30', '2026-13-01 10:00', 'yesterday', '2026-07-01T25:00'])('refuses %p', (text) => {
    expect(reader('UTC').read(text)).toBeNull();
  });

  it('reads a skipped time as the instant of the clock change', () => {
    // London, 29 March 2026: 00:59:59 is followed by 02:00:00.
    expect(iso(reader('Europe/London').read('2026-03-29 01:00'))).toBe('2026-03-29T01:00:00.000Z');
    expect(iso(reader('Europe/London').read('2026-03-29 01:59'))).toBe('2026-03-29T01:00:00.000Z');
    expect(iso(reader('Europe/London').read('2026-03-29 02:00'))).toBe('2026-03-29T01:00:00.000Z');
    // Lord Howe moves by half an hour.
    expect(iso(reader('Australia/Lord_Howe').read('2026-10-04 02:15'))).toBe('2026-10-03T15:30:00.000Z');
  });

  it('reads a twofold time as the first of the two, unless it ends what began between them', () => {
    const london = reader('Europe/London');
    expect(iso(london.read('2026-10-25 01:30'))).toBe('2026-10-25T00:30:00.000Z');
    expect(iso(london.read('2026-10-25 01:30', Date.parse('2026-10-25T00:45:00Z')))).toBe('2026-10-25T01:30:00.000Z');
    // Earlier than its beginning either way: left for the order check to refuse.
    expect(iso(london.read('2026-10-24 01:30', Date.parse('2026-10-25T00:45:00Z')))).toBe('2026-10-24T00:30:00.000Z');
  });

  it('never upsets the order of times around a clock change', () => {
    for (const [zone, day] of [['Europe/London', '2026-03-29'], ['America/Havana', '2026-11-01'], ['America/Havana', '2026-03-08']] as const) {
      const times = Array.from({ length: 5 * 60 }, (_, minute) => {
        const text = `${day} ${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
        return reader(zone).read(text) ?? NaN;
      });
      expect(times).toEqual([...times].sort((a, b) => a - b));
    }
  });

  it('moves by whole local days, keeping the time of day over a clock change', () => {
    expect(iso(reader('Europe/London', null, 10).read('2026-03-25 09:00'))).toBe('2026-04-04T08:00:00.000Z');
    expect(iso(reader('Europe/London', null, 10).read('2026-03-25T09:00:00Z'))).toBe('2026-04-04T08:00:00.000Z');
    expect(iso(reader('UTC', null, -366).read('2025-03-01 00:00'))).toBe('2024-02-29T00:00:00.000Z');
  });

  it('names the local day of an instant', () => {
    expect(reader('Pacific/Auckland').localDay(Date.parse('2026-11-23T12:00:00Z'))).toBe('2026-11-24');
    expect(reader('America/Chicago').localDay(Date.parse('2026-11-24T05:59:00Z'))).toBe('2026-11-23');
  });
});
