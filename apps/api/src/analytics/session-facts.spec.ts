import { describe, expect, it } from '@jest/globals';

import { judgeBuckets, mergedBuckets, NO_SESSIONS, type SessionFacts } from './session-facts.js';

const group = (...pairs: [bucket: number, sessions: number][]): SessionFacts => ({
  ...NO_SESSIONS,
  resolved_by_bucket: pairs.map(([bucket, sessions]) => Buffer.from([bucket >> 8, bucket & 255, sessions])),
});

const counted = (facts: SessionFacts) =>
  judgeBuckets(facts, (buckets) => [...buckets.entries()].filter(([, sessions]) => sessions > 0));

describe('judgeBuckets', () => {
  it('adds up what is told of a bucket, and forgets the group before', () => {
    expect(counted(group([0, 1], [300, 255], [300, 2]))).toEqual([
      [0, 1],
      [300, 257],
    ]);
    expect(counted(group([7, 3]))).toEqual([[7, 3]]);
    expect(counted(NO_SESSIONS)).toEqual([]);
  });
});

describe('mergedBuckets', () => {
  it('keeps its own sums, whatever is judged later', () => {
    const merged = mergedBuckets([group([1, 2]), NO_SESSIONS, group([1, 3], [2, 4])]);
    counted(group([1, 9]));
    expect([...merged.slice(0, 4)]).toEqual([0, 5, 4, 0]);
  });
});
