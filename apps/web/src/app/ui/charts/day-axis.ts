import { type ScaleBand, scaleBand, type ScalePoint, scalePoint } from 'd3-scale';

import { isMonday } from '../dates.js';

/** Bars take 66 % of the step; below two pixels a step the gap would eat them. */
const GAP = 0.34;
const SMALLEST_STEP_WITH_GAP = 2;
/** A label such as "26 Oct" with room around it, pixels. */
const LABEL_WIDTH = 46;
const FEW_DAYS = 10;

/** One band a day over `width` pixels. */
export function dayBands(days: readonly string[], width: number): ScaleBand<string> {
  const gap = width / Math.max(1, days.length) < SMALLEST_STEP_WITH_GAP ? 0 : GAP;
  return scaleBand()
    .domain(days)
    .range([0, width])
    .paddingInner(gap)
    .paddingOuter(gap / 2);
}

/** The middles of the bands: where a line passes a day. */
export function dayCentres(bands: ScaleBand<string>): ScalePoint<string> {
  const days = bands.domain();
  const middle = (day: string | undefined) => (day === undefined ? 0 : (bands(day) ?? 0) + bands.bandwidth() / 2);
  return scalePoint()
    .domain(days)
    .range([middle(days[0]), middle(days[days.length - 1])]);
}

/** The days to label: Mondays, thinned until they have room; every day of a short window. */
export function labelledDays(days: readonly string[], width: number): string[] {
  const wanted = days.length <= FEW_DAYS ? [...days] : days.filter(isMonday);
  const room = Math.max(1, Math.floor(width / LABEL_WIDTH));
  const every = Math.ceil(wanted.length / room);
  return wanted.filter((_, index) => index % every === 0);
}
