import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import {
  bucketMinutes,
  MICROSECONDS_PER_MINUTE,
  RESOLUTION_BUCKET_BOUNDS,
  resolutionBucket,
} from './resolution-buckets.js';

const TEN_YEARS = 10 * 365 * 24 * 60 * MICROSECONDS_PER_MINUTE;

describe('resolutionBucket', () => {
  it.each([
    ['no time at all', 0, 0],
    ['just under half a minute', 29_999_999, 0],
    ['half a minute', 30_000_000, 1],
    ['just under the second bound', 30_599_999, 1],
    ['the second bound', 30_600_000, 2],
    ['just under the third bound', 31_211_999, 2],
    ['the third bound', 31_212_000, 3],
    ['just under the fifth bound', 32_472_964, 4],
    ['the fifth bound, rounded up', 32_472_965, 5],
  ])('puts %s in its bucket', (_, microseconds, bucket) => {
    expect(resolutionBucket(microseconds)).toBe(bucket);
  });

  it('puts whatever is longer than a century in the last bucket', () => {
    expect(resolutionBucket(Number.MAX_SAFE_INTEGER)).toBe(RESOLUTION_BUCKET_BOUNDS.length);
  });

  it('counts the bounds at or below the duration, as width_bucket does', () => {
    fc.assert(
      fc.property(fc.nat({ max: TEN_YEARS }), (microseconds) => {
        const counted = RESOLUTION_BUCKET_BOUNDS.filter((bound) => bound <= microseconds).length;
        expect(resolutionBucket(microseconds)).toBe(counted);
      }),
    );
  });
});

describe('RESOLUTION_BUCKET_BOUNDS', () => {
  it('are ascending whole microseconds, each 2 % above the one before', () => {
    RESOLUTION_BUCKET_BOUNDS.forEach((bound, index) => {
      expect(Number.isSafeInteger(bound)).toBe(true);
      const before = RESOLUTION_BUCKET_BOUNDS[index - 1];
      if (before !== undefined) expect(bound / before).toBeCloseTo(1.02, 6);
    });
  });
});

describe('bucketMinutes', () => {
  it('is 0.3 in the lowest bucket', () => {
    expect(bucketMinutes(0)).toBe(0.3);
  });

  it('is at most 1 % off every duration of the bucket', () => {
    fc.assert(
      fc.property(fc.integer({ min: 30_000_000, max: TEN_YEARS }), (microseconds) => {
        const minutes = microseconds / MICROSECONDS_PER_MINUTE;
        const off = Math.abs(bucketMinutes(resolutionBucket(microseconds)) / minutes - 1);
        expect(off).toBeLessThan(0.01);
      }),
    );
  });
});
