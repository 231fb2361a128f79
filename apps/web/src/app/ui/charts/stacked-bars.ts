import type { ScaleBand, ScaleLinear } from 'd3-scale';

import { type OutcomeDay, OUTCOMES } from './outcome-series.js';

/** A bar as ngx-charts' bar part takes it, pixels from the plot's top left corner. */
export interface PlotBar {
  key: string;
  x: number;
  y: number;
  width: number;
  height: number;
  /** A CSS colour, `var(--…)` included. */
  fill: string;
}

/** Between two parts of a stack, pixels. */
const GAP = 1;

/** The parts of all days from the base line up, without the empty ones. */
export function stackedBars(
  days: readonly OutcomeDay[],
  x: ScaleBand<string>,
  y: ScaleLinear<number, number>,
): PlotBar[] {
  return days.flatMap((day) => {
    const place = barPlace(x, day.date);
    let below = 0;
    return OUTCOMES.filter(({ status }) => day[status] > 0).map(({ status, colour }) => {
      const [bottom, top] = [y(below), y(below + day[status])];
      const gap = below > 0 && bottom - top > GAP ? GAP : 0;
      below += day[status];
      return { key: `${day.date} ${status}`, ...place, y: top, height: bottom - top - gap, fill: colour };
    });
  });
}

/** Whole pixels, so that all bars are as wide as each other and sharp. */
export function barPlace(x: ScaleBand<string>, day: string): { x: number; width: number } {
  return { x: Math.round(x(day) ?? 0), width: Math.max(1, Math.round(x.bandwidth())) };
}
