import { type Ratio, ratio } from './ratio.js';

/** Local days after the last match at which a flow's recency has faded to 0. */
export const RECENCY_DAYS = 90;

/**
 * `1 - d/90`, clamped to 0..1, unrounded.
 *
 * @param daysSinceLastMatch whole local days; null for a flow never matched, whose recency is 0
 */
export function recency(daysSinceLastMatch: number | null): Ratio {
  if (daysSinceLastMatch === null) return ratio(0);
  const left = RECENCY_DAYS - daysSinceLastMatch;
  return ratio(Math.min(RECENCY_DAYS, Math.max(0, left)), RECENCY_DAYS);
}
