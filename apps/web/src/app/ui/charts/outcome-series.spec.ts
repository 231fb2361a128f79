import { outcomeReadings, outcomeTotals, sessionsOf } from './outcome-series';

const days = [
  { date: '2026-11-16', resolved: 42, escalated: 11, abandoned: 9, active: 10 },
  { date: '2026-11-17', resolved: 34, escalated: 10, abandoned: 11, active: 10 },
  { date: '2026-11-18', resolved: 0, escalated: 0, abandoned: 0, active: 0 },
];

describe('the outcome series', () => {
  it('counts all sessions of a day', () => {
    expect(days.map(sessionsOf)).toEqual([72, 65, 0]);
  });

  it('adds the days up for the legend', () => {
    expect(outcomeTotals(days).map(({ label, total }) => [label, total])).toEqual([
      ['Resolved', 76],
      ['Escalated', 21],
      ['Abandoned', 20],
      ['Active', 20],
    ]);
  });

  it('reads a day out with its sum', () => {
    const [reading] = outcomeReadings(days, String);
    expect(reading?.rows.map(({ label, value }) => `${label} ${value}`)).toEqual([
      'Resolved 42',
      'Escalated 11',
      'Abandoned 9',
      'Active 10',
    ]);
    expect(reading?.sum).toEqual({ label: 'All', value: '72' });
  });
});
