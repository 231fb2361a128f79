import type { SessionRow } from '@flowpilot/testing';

import { fraction, rounded } from './arithmetic.js';

const HALF_A_MINUTE_MS = 30_000n;

/** Times to resolve of the resolved among these, milliseconds, ascending. */
export function resolutionTimes(sessions: readonly SessionRow[]): number[] {
  return sessions
    .flatMap(({ resolved_at: end, created_at: start }) => (end === null ? [] : [end.getTime() - start.getTime()]))
    .sort((a, b) => a - b);
}

/** The nearest-rank percentile, as the middle of the bucket it falls in; minutes, unrounded. */
export function percentile(times: readonly number[], percent: number): number | null {
  const ranked = times[Math.ceil((percent / 100) * times.length) - 1];
  return ranked === undefined ? null : bucketMiddle(BigInt(ranked));
}

export const shownMinutes = (minutes: number | null): number | null =>
  minutes === null ? null : Math.round(minutes * 10) / 10;

const middles = new Map<bigint, number>();

/** Bucket n runs from 0.5 * 1.02^n minutes: 1.02 is 51/50, so the edge is found in whole numbers. */
function bucketMiddle(milliseconds: bigint): number {
  if (milliseconds < HALF_A_MINUTE_MS) return 0.3;
  let middle = middles.get(milliseconds);
  if (middle === undefined) {
    let [n, grown, divisor] = [0, HALF_A_MINUTE_MS * 51n, 50n];
    while (milliseconds * divisor >= grown) [n, grown, divisor] = [n + 1, grown * 51n, divisor * 50n];
    middle = 0.5 * Math.exp((n + 0.5) * Math.log(1.02));
    middles.set(milliseconds, middle);
  }
  return middle;
}

export function minutesOf(sessions: readonly SessionRow[]) {
  const times = resolutionTimes(sessions);
  const total = times.reduce((sum, time) => sum + time, 0);
  return {
    avg_resolution_minutes: times.length === 0 ? null : rounded(fraction(total, times.length * 60_000), 1),
    median_resolution_minutes: shownMinutes(percentile(times, 50)),
    p90_resolution_minutes: times.length < 20 ? null : shownMinutes(percentile(times, 90)),
  };
}
