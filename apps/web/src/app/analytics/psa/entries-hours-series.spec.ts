import { entriesHoursReadings, hoursSeries } from './entries-hours-series';

const days = [
  { date: '2026-11-08', entries: 0, hours: 0 },
  { date: '2026-11-09', entries: 36, hours: 31.75 },
];

describe('the entries and hours series', () => {
  it('draws every day, with and without entries', () => {
    expect(hoursSeries(days).series).toEqual([
      { name: '2026-11-08', value: 0, d0: 0, d1: 0 },
      { name: '2026-11-09', value: 31.75, d0: 0, d1: 31.75 },
    ]);
  });

  it('says both in one reading a day', () => {
    const readings = entriesHoursReadings(days, { count: String, hours: (hours) => `${hours.toFixed(2)} h` });
    expect(readings[1]).toMatchObject({
      date: '2026-11-09',
      rows: [
        { label: 'Entries', value: '36' },
        { label: 'Hours', value: '31.75 h', line: true },
      ],
    });
  });
});
