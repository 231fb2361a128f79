import { entriesHoursPlot } from './entries-hours-plot';

const days = [
  { date: '2026-11-08', entries: 0, hours: 0 },
  { date: '2026-11-09', entries: 51, hours: 43.5 },
];

describe('entriesHoursPlot', () => {
  const plot = entriesHoursPlot(days, 729, 262);

  it('shares the grid lines between both axes', () => {
    expect(plot.ticks).toEqual({ left: [0, 20, 40, 60], right: [0, 15, 30, 45] });
    plot.ticks.left.forEach((tick, index) => {
      expect(plot.entriesScale(tick)).toBeCloseTo(plot.hoursScale(plot.ticks.right[index] ?? Number.NaN));
    });
  });

  it('leaves room for both axes', () => {
    expect(plot.area).toEqual({ left: 25, top: 22, width: 679, height: 218 });
  });

  it('passes each day in the middle of its bar', () => {
    const middle = (plot.bands('2026-11-09') ?? 0) + plot.bands.bandwidth() / 2;
    expect(plot.centres('2026-11-09')).toBeCloseTo(middle);
    expect(plot.hoursLine).toMatch(/^M[\d.]+,218L/);
  });

  it('stands a bar of entries on the base line, and none on an empty day', () => {
    expect(plot.entriesBars).toHaveLength(1);
    const [bar] = plot.entriesBars;
    expect(bar?.y).toBeCloseTo(plot.entriesScale(51));
    expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBeCloseTo(plot.area.height);
  });

  it('stands without days', () => {
    expect(entriesHoursPlot([], 729, 262).hoursLine).toBe('');
  });
});
