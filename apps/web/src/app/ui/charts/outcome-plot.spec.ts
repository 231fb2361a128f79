import { outcomePlot } from './outcome-plot';

const day = (date: string, resolved: number) => ({ date, resolved, escalated: 0, abandoned: 0, active: 0 });

describe('outcomePlot', () => {
  it('leaves room for the ticks on the left and for the days below', () => {
    const { area, ticks } = outcomePlot([day('2026-11-16', 74)], 834, 214);
    expect(ticks).toEqual([0, 20, 40, 60, 80]);
    expect(area).toEqual({ left: 25, top: 8, width: 809, height: 184 });
  });

  it('leaves more for thousands', () => {
    expect(outcomePlot([day('2026-11-16', 4_000)], 834, 214).area.left).toBeGreaterThan(40);
  });

  it('stands on the base line and reaches the top tick', () => {
    const { y, area } = outcomePlot([day('2026-11-16', 74)], 834, 214);
    expect(y(0)).toBe(area.height);
    expect(y(80)).toBe(0);
  });

  it('stands without days and before it is laid out', () => {
    expect(outcomePlot([], 0, 214).area.width).toBe(0);
  });
});
