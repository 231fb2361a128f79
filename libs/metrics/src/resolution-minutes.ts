import { decimal, divide, ratio } from './ratio.js';
import { bucketMinutes, MICROSECONDS_PER_MINUTE, RESOLUTION_BUCKET_BOUNDS } from './resolution-buckets.js';
import { MINUTES_DECIMALS, roundHalfUp, roundRatio } from './rounding.js';

/** Resolved sessions by the bucket of their time to resolve, a number for each bucket. Their sums are the buckets of the union. */
export type BucketCounts = Int32Array;

/** No session in any bucket, to be counted into. */
export function emptyBuckets(): BucketCounts {
  return new Int32Array(RESOLUTION_BUCKET_BOUNDS.length + 1);
}

/** Resolved sessions below which a 90th percentile says nothing. */
export const P90_MIN_RESOLVED = 20;

/** Times to resolve of a group: minutes, 1 decimal; null when nothing (for p90: too little) was resolved. */
export interface ResolutionMinutes {
  avg_resolution_minutes: number | null;
  median_resolution_minutes: number | null;
  p90_resolution_minutes: number | null;
}

/** `totalMicroseconds` is the exact sum of the times to resolve, a decimal text, null when nothing was resolved. */
export function resolutionMinutes(totalMicroseconds: string | null, buckets: BucketCounts): ResolutionMinutes {
  const resolved = count(buckets);
  const percentile = (percent: number) => roundedMinutes(percentileMinutes(buckets, resolved, percent));
  return {
    avg_resolution_minutes: meanMinutes(totalMicroseconds, resolved),
    median_resolution_minutes: percentile(50),
    p90_resolution_minutes: resolved < P90_MIN_RESOLVED ? null : percentile(90),
  };
}

function meanMinutes(totalMicroseconds: string | null, resolved: number): number | null {
  if (totalMicroseconds === null || resolved === 0) return null;
  return roundRatio(divide(decimal(totalMicroseconds), ratio(resolved * MICROSECONDS_PER_MINUTE)), MINUTES_DECIMALS);
}

/** The median time to resolve: minutes, unrounded; null when nothing was resolved. */
export function medianMinutes(buckets: BucketCounts): number | null {
  return percentileMinutes(buckets, count(buckets), 50);
}

/** Minutes as shown, 1 decimal; null stays null. */
export function roundedMinutes(minutes: number | null): number | null {
  return minutes === null ? null : roundHalfUp(minutes, MINUTES_DECIMALS);
}

/** Nearest rank: the least bucket with at least `percent` % of the sessions at or below it. */
function percentileMinutes(buckets: BucketCounts, resolved: number, percent: number): number | null {
  if (resolved === 0) return null;
  const rank = Math.ceil((resolved * percent) / 100);
  let reached = 0;
  // By index: an iterator of pairs takes several times as long, and this runs for each row of a table.
  for (let bucket = 0; bucket < buckets.length; bucket += 1) {
    reached += buckets[bucket] ?? 0;
    if (reached >= rank) return bucketMinutes(bucket);
  }
  return null;
}

function count(buckets: BucketCounts): number {
  let sum = 0;
  // eslint-disable-next-line @typescript-eslint/prefer-for-of -- as in `percentileMinutes`: an iterator takes much longer
  for (let bucket = 0; bucket < buckets.length; bucket += 1) sum += buckets[bucket] ?? 0;
  return sum;
}
