import { RECENT_MS } from './rollup-lags.js';

/**
 * Shorter than any local day, and cut where counted hours end: the first and the last time of a stretch lie in all the days
 * that it touches, and within the hours counted of one if any between them does.
 */
const STRETCH_MS = 3_600_000;

/**
 * Of the times at which written sessions began, those that tell which rolled-up days the write has changed: of sessions
 * that are not recent, the first and the last of each hour.
 */
export function lateTimes(begun: Iterable<Date>, now: Date): Date[] {
  const recent = now.getTime() - RECENT_MS;
  const stretches = new Map<number, { first: number; last: number }>();
  for (const begin of begun) {
    const time = begin.getTime();
    if (time > recent) continue;
    const stretch = Math.floor(time / STRETCH_MS);
    const { first, last } = stretches.get(stretch) ?? { first: time, last: time };
    stretches.set(stretch, { first: Math.min(first, time), last: Math.max(last, time) });
  }
  return [...stretches.values()].flatMap(({ first, last }) => (first === last ? [first] : [first, last])).map((time) => new Date(time));
}
