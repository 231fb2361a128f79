/** Each bucket is 2 % wider than the one before (51/50): its middle is at most 1 % off any value in it. */
const BUCKET_RATIO = 1.02;
const [RATIO_NUMERATOR, RATIO_DENOMINATOR] = [51n, 50n];
export const MICROSECONDS_PER_MINUTE = 60_000_000;
/** Under half a minute is bucket 0. */
const LOWEST_BOUND = 30_000_000n;
const LOWEST_MIDDLE_MINUTES = 0.3;
/** A century: whatever takes longer falls in the last bucket. */
const HIGHEST_BOUND = BigInt(MICROSECONDS_PER_MINUTE) * 60n * 24n * 365n * 100n;

/**
 * First durations of buckets 1, 2, …, whole microseconds, ascending. The bucket of a duration is the number of bounds
 * at or below it. SQL holds them too, `width_bucket(duration, bounds)`, and counts by the same whole
 * numbers: a logarithm of its own might round another way at an edge.
 */
export const RESOLUTION_BUCKET_BOUNDS: readonly number[] = /* @__PURE__ */ bucketBounds();

/** 30 s * (51/50)^n, rounded up, exactly. */
function bucketBounds(): number[] {
  const bounds: number[] = [];
  let numerator = LOWEST_BOUND;
  let denominator = 1n;
  for (;;) {
    const bound = (numerator + denominator - 1n) / denominator;
    if (bound > HIGHEST_BOUND) return bounds;
    bounds.push(Number(bound));
    numerator *= RATIO_NUMERATOR;
    denominator *= RATIO_DENOMINATOR;
  }
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
  return (Number(LOWEST_BOUND) / MICROSECONDS_PER_MINUTE) * BUCKET_RATIO ** (bucket - 0.5);
}
