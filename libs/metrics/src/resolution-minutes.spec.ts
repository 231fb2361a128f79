import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { bucketMinutes, MICROSECONDS_PER_MINUTE, resolutionBucket } from './resolution-buckets.js';
import { type BucketCounts, emptyBuckets, medianMinutes, resolutionMinutes, roundedMinutes } from './resolution-minutes.js';
import { roundHalfUp } from './rounding.js';

const durations = fc.array(fc.nat({ max: 100_000 * MICROSECONDS_PER_MINUTE }), { maxLength: 60 });

function bucketsOf(microseconds: readonly number[]): BucketCounts {
  const buckets = emptyBuckets();
  for (const duration of microseconds) {
    const bucket = resolutionBucket(duration);
    buckets[bucket] = (buckets[bucket] ?? 0) + 1;
  }
  return buckets;
}

describe('resolutionMinutes', () => {
  it('knows nothing when nothing was resolved', () => {
    expect(resolutionMinutes(null, emptyBuckets())).toEqual({
      avg_resolution_minutes: null,
      median_resolution_minutes: null,
      p90_resolution_minutes: null,
    });
  });

  it('means exactly, rounding half up', () => {
    const buckets = bucketsOf(Array<number>(4).fill(12_000_000));
    // 0.25 and 0.15 minutes: 1 decimal, half up, whatever binary fractions would make of them
    expect(resolutionMinutes('60000000', buckets).avg_resolution_minutes).toBe(0.3);
    expect(resolutionMinutes('36000000', buckets).avg_resolution_minutes).toBe(0.2);
  });

  it('shows a 90th percentile from 20 resolved sessions', () => {
    const minutes = (count: number) =>
      resolutionMinutes('0', bucketsOf(Array.from({ length: count }, () => 0))).p90_resolution_minutes;
    expect(minutes(19)).toBeNull();
    expect(minutes(20)).toBe(0.3);
  });

  it('takes the 18th of 20 as the 90th percentile and the 10th as the median', () => {
    const ranked = Array.from({ length: 20 }, (_, index) => (index + 1) * 10 * MICROSECONDS_PER_MINUTE);
    const middleOf = (rank: number) => roundHalfUp(bucketMinutes(resolutionBucket(ranked[rank - 1] ?? 0)), 1);
    const figures = resolutionMinutes('0', bucketsOf(ranked));
    expect(figures.p90_resolution_minutes).toBe(middleOf(18));
    expect(figures.median_resolution_minutes).toBe(middleOf(10));
  });

  it('finds the nearest rank of any set of durations', () => {
    fc.assert(
      fc.property(durations, (all) => {
        const sorted = all.toSorted((a, b) => a - b);
        const middle = sorted[Math.ceil(sorted.length / 2) - 1];
        const expected = middle === undefined ? null : bucketMinutes(resolutionBucket(middle));
        expect(medianMinutes(bucketsOf(all))).toBe(expected);
      }),
    );
  });
});

describe('roundedMinutes', () => {
  it('has 1 decimal, and leaves null alone', () => {
    expect(roundedMinutes(34.96)).toBe(35);
    expect(roundedMinutes(null)).toBeNull();
  });
});
