/** Each bucket is this much wider than the one before: its middle is at most 1 % off any value in it. */
const BUCKET_RATIO = 1.02;
export const MICROSECONDS_PER_MINUTE = 60_000_000;
/** Under half a minute is bucket 0. */
const LOWEST_BOUND = MICROSECONDS_PER_MINUTE / 2;
const LOWEST_MIDDLE_MINUTES = 0.3;
/** A century: whatever takes longer falls in the last bucket. */
const HIGHEST_BOUND = MICROSECONDS_PER_MINUTE * 60 * 24 * 365 * 100;

/**
 * First durations of buckets 1, 2, …, whole microseconds, ascending. The bucket of a duration is the number of bounds
 * at or below it. SQL takes them as a parameter, `width_bucket(duration, bounds)`, and counts by the same whole
 * numbers: a logarithm of its own might round another way at an edge.
 */
export const RESOLUTION_BUCKET_BOUNDS: readonly number[] = bucketBounds();

// By repeated multiplication, which IEEE 754 fixes to the last bit, unlike powers and logarithms.
function bucketBounds(): number[] {
  const bounds: number[] = [];
  for (let bound = LOWEST_BOUND; bound <= HIGHEST_BOUND; bound *= BUCKET_RATIO) bounds.push(Math.ceil(bound));
  return bounds;
}

/** The bucket of a time to resolve, in whole microseconds from 0. */
export function resolutionBucket(microseconds: number): number {
  let low = 0;
  let high = RESOLUTION_BUCKET_BOUNDS.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((RESOLUTION_BUCKET_BOUNDS[middle] ?? Infinity) <= microseconds) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What a bucket stands for: its geometric middle in minutes, unrounded; 0.3 in the lowest. */
export function bucketMinutes(bucket: number): number {
  if (bucket === 0) return LOWEST_MIDDLE_MINUTES;
  return (LOWEST_BOUND / MICROSECONDS_PER_MINUTE) * BUCKET_RATIO ** (bucket - 0.5);
}
