import { overviewDay } from './overview-fixture.js';
import { overviewTrends } from './overview-trends.js';

const november = (days: number, given: (day: number) => Parameters<typeof overviewDay>[1] = () => ({})) =>
  Array.from({ length: days }, (_, index) => overviewDay(`2026-11-${(index + 1).toString().padStart(2, '0')}`, given(index)));

const NOTHING = { resolved: 0, escalated: 0, abandoned: 0, active: 0, guided: 0, median_resolution_minutes: null };

describe('overviewTrends', () => {
  it('of a week are those of each day, with gaps where nothing happened', () => {
    const trends = overviewTrends(november(7, (day) => (day === 3 ? NOTHING : {})));
    expect(trends.sessions).toEqual([10, 10, 10, 0, 10, 10, 10]);
    expect(trends.resolution).toEqual([0.6, 0.6, 0.6, null, 0.6, 0.6, 0.6]);
    expect(trends.median[3]).toBeNull();
  });

  it('of a longer window pool the sessions of the days, so that weekends do not show as failures', () => {
    const trends = overviewTrends(november(30, (day) => (day === 29 ? { ...NOTHING, escalated: 1 } : {})));
    expect(trends.resolution.at(-1)).toBeCloseTo(36 / 61);
    expect(trends.sessions.at(-1)).toBeCloseTo(61 / 7);
  });

  it('weigh medians by the sessions resolved', () => {
    const trends = overviewTrends(november(15, (day) => (day === 14 ? { resolved: 60, median_resolution_minutes: 95 } : {})));
    expect(trends.median.at(-1)).toBeCloseTo((36 * 25 + 60 * 95) / 96);
  });
});
