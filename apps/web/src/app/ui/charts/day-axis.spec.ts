import { dayBands, dayCentres, labelledDays } from './day-axis';

function daysFrom(first: string, count: number): string[] {
  const start = Date.parse(`${first}T00:00:00Z`);
  return Array.from({ length: count }, (_, index) => new Date(start + index * 86_400_000).toISOString().slice(0, 10));
}

const month = daysFrom('2026-10-26', 30);

describe('labelledDays', () => {
  it('labels the Mondays', () => {
    expect(labelledDays(month, 800)).toEqual(['2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23']);
  });

  it('labels every day of a week', () => {
    expect(labelledDays(daysFrom('2026-11-18', 7), 800)).toHaveLength(7);
  });

  it('labels fewer where there is no room', () => {
    expect(labelledDays(daysFrom('2026-11-18', 7), 200)).toEqual(['2026-11-18', '2026-11-20', '2026-11-22', '2026-11-24']);
    expect(labelledDays(daysFrom('2026-01-01', 366), 280).length).toBeLessThanOrEqual(6);
  });

  it('labels nothing of nothing', () => {
    expect(labelledDays([], 800)).toEqual([]);
  });
});

describe('dayBands', () => {
  it('fills 66 % of the step and the whole width', () => {
    const bands = dayBands(month, 900);
    expect(bands.bandwidth() / bands.step()).toBeCloseTo(0.66);
    expect(bands.step() * month.length).toBeCloseTo(900);
  });

  it('keeps the bars of a year visible on a phone', () => {
    expect(dayBands(daysFrom('2026-01-01', 366), 280).bandwidth()).toBeGreaterThan(0.5);
  });
});

describe('dayCentres', () => {
  it('passes each day in the middle of its band', () => {
    const bands = dayBands(month, 900);
    const centres = dayCentres(bands);
    for (const day of month) {
      expect(centres(day)).toBeCloseTo((bands(day) ?? 0) + bands.bandwidth() / 2);
    }
  });

  it('stands without days', () => {
    expect(dayCentres(dayBands([], 900)).domain()).toEqual([]);
  });
});
