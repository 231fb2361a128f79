import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { emptyBuckets } from '@flowpilot/metrics';

import { countPairs, mergedPairs } from './bucket-pairs.js';

const HIGHEST = emptyBuckets().length - 1;
const pair = fc.tuple(fc.integer({ min: 0, max: HIGHEST }), fc.integer({ min: 1, max: 255 }));
const toBytes = (pairs: readonly [number, number][]) => Buffer.from(pairs.flatMap(([bucket, sessions]) => [bucket >> 8, bucket & 255, sessions]));
const counted = (bytes: Uint8Array) => {
  const buckets = emptyBuckets();
  return [countPairs(bytes, buckets), buckets] as const;
};

describe('mergedPairs', () => {
  it('tells the same sessions', () => {
    fc.assert(fc.property(fc.array(pair), (pairs) => expect(counted(mergedPairs(toBytes(pairs)))).toEqual(counted(toBytes(pairs)))));
  });

  it('tells each bucket once, as long as a byte holds its sessions', () => {
    expect([...mergedPairs(toBytes([[300, 2], [7, 1], [300, 3]]))]).toEqual([0, 7, 1, 1, 44, 5]);
    expect([...mergedPairs(toBytes([[7, 255], [7, 255], [7, 1]]))]).toEqual([0, 7, 255, 0, 7, 255, 0, 7, 1]);
    expect(mergedPairs(Buffer.alloc(0))).toHaveLength(0);
  });
});
