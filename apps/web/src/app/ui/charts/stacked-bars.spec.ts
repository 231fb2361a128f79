import { scaleLinear } from 'd3-scale';

import { dayBands } from './day-axis';
import { stackedBars } from './stacked-bars';

const y = scaleLinear().domain([0, 100]).range([200, 0]);
const day = { date: '2026-11-16', resolved: 42, escalated: 11, abandoned: 0, active: 10 };
const bars = stackedBars([day], dayBands([day.date], 100), y);

describe('stackedBars', () => {
  it('stacks from the base line up, resolved lowest, and leaves out what is empty', () => {
    expect(bars.map(({ key }) => key)).toEqual(['2026-11-16 resolved', '2026-11-16 escalated', '2026-11-16 active']);
    expect(bars.map(({ fill }) => fill)).toEqual(['var(--chart-resolved)', 'var(--chart-escalated)', 'var(--chart-active)']);
    expect(bars[0]?.y).toBeCloseTo(116);
    expect(bars[0]?.height).toBeCloseTo(84);
  });

  it('leaves a pixel between the parts, taken from the upper one', () => {
    const [lower, upper] = bars;
    expect((upper?.y ?? 0) + (upper?.height ?? 0) + 1).toBeCloseTo(lower?.y ?? Number.NaN);
    expect(upper?.y).toBeCloseTo(y(53));
  });

  it('reaches as high as the sum', () => {
    expect(Math.min(...bars.map((bar) => bar.y))).toBeCloseTo(y(63));
  });

  it('does not take the last pixel of a small part', () => {
    const small = stackedBars([{ ...day, escalated: 0.25, active: 0 }], dayBands([day.date], 100), y);
    expect(small[1]?.height).toBeCloseTo(0.5);
  });

  it('draws whole pixels', () => {
    const dates = ['2026-11-16', '2026-11-17', '2026-11-18'];
    const odd = stackedBars(dates.map((date) => ({ ...day, date })), dayBands(dates, 101), y);
    expect(odd.every(({ x, width }) => Number.isInteger(x) && Number.isInteger(width))).toBe(true);
    expect(new Set(odd.map(({ width }) => width)).size).toBe(1);
  });
});
