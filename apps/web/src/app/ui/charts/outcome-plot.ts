import { scaleLinear } from 'd3-scale';

import { count } from '../format.js';
import { countTicks } from './axis-ticks.js';
import { dayBands, labelledDays } from './day-axis.js';
import { type OutcomeDay, sessionsOf } from './outcome-series.js';
import { axisRoom, type PlotArea } from './plot-area.js';
import { stackedBars } from './stacked-bars.js';

const TOP = 8;
const LABELS = 22;

/** Where everything of the outcome chart goes in a picture of that size. */
export function outcomePlot(days: readonly OutcomeDay[], width: number, height: number) {
  const ticks = countTicks(Math.max(0, ...days.map(sessionsOf)));
  const left = axisRoom(ticks.map(count));
  const area: PlotArea = { left, top: TOP, width: Math.max(0, width - left), height: height - TOP - LABELS };
  const dates = days.map(({ date }) => date);
  const x = dayBands(dates, area.width);
  const y = scaleLinear()
    .domain([0, ticks[ticks.length - 1] ?? 1])
    .range([area.height, 0]);
  return { area, x, y, ticks, labelled: labelledDays(dates, area.width), bars: stackedBars(days, x, y) };
}
