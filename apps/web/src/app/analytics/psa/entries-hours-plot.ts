import type { PsaDayDto } from '@flowpilot/contracts';
import { type ScaleBand, type ScaleLinear, scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';

import { sharedTicks } from '../../ui/charts/axis-ticks.js';
import { dayBands, dayCentres, labelledDays } from '../../ui/charts/day-axis.js';
import { axisRoom, type PlotArea } from '../../ui/charts/plot-area.js';
import { barPlace, type PlotBar } from '../../ui/charts/stacked-bars.js';
import { LOCALE } from '../../ui/locale.js';
import { ENTRIES } from './entries-hours-series.js';

/** Room above for the names of the axes, below for the days. */
const TOP = 22;
const LABELS = 22;
const TICK = new Intl.NumberFormat(LOCALE);

/** Where everything of the two-axis chart goes in a picture of that size. */
export function entriesHoursPlot(days: readonly PsaDayDto[], width: number, height: number) {
  const ticks = sharedTicks(
    Math.max(0, ...days.map(({ entries }) => entries)),
    Math.max(0, ...days.map(({ hours }) => hours)),
  );
  const area = plotArea(ticks, width, height);
  const dates = days.map(({ date }) => date);
  const bands = dayBands(dates, area.width);
  const centres = dayCentres(bands);
  const entriesScale = upFrom(area.height, ticks.left);
  const hoursScale = upFrom(area.height, ticks.right);
  return {
    area,
    ticks,
    bands,
    centres,
    entriesScale,
    hoursScale,
    labelled: labelledDays(dates, area.width),
    entriesBars: entriesBars(days, bands, entriesScale),
    hoursLine: hoursLine(days, (day) => centres(day) ?? 0, hoursScale),
  };
}

function plotArea(ticks: { left: number[]; right: number[] }, width: number, height: number): PlotArea {
  const left = axisRoom(ticks.left.map(writtenTick));
  const right = axisRoom(ticks.right.map(writtenTick));
  return { left, top: TOP, width: Math.max(0, width - left - right), height: height - TOP - LABELS };
}

/** A tick of either axis; hours may be parts of one. */
export function writtenTick(tick: number): string {
  return TICK.format(tick);
}

function upFrom(height: number, ticks: readonly number[]) {
  return scaleLinear()
    .domain([0, ticks[ticks.length - 1] ?? 1])
    .range([height, 0]);
}

/** Days without entries have no bar. */
function entriesBars(days: readonly PsaDayDto[], x: ScaleBand<string>, y: ScaleLinear<number, number>): PlotBar[] {
  return days
    .filter(({ entries }) => entries > 0)
    .map(({ date, entries }) => {
      const top = y(entries);
      return { key: date, ...barPlace(x, date), y: top, height: y(0) - top, fill: ENTRIES.colour };
    });
}

function hoursLine(days: readonly PsaDayDto[], x: (day: string) => number, y: (hours: number) => number): string {
  return line<PsaDayDto>(
    ({ date }) => x(date),
    ({ hours }) => y(hours),
  )(days) ?? '';
}
