// Sessions by bucket as the rollups keep and answer them: bucket (2 bytes) and sessions (1 byte), again and again, a bucket
// perhaps more than once.
import { emptyBuckets } from '@flowpilot/metrics';

const PAIR_BYTES = 3;
const MOST_SESSIONS = 255;

/** Counts them into numbers by bucket, and answers where the buckets in use end. */
export function countPairs(pairs: Uint8Array, buckets: Int32Array): number {
  let end = 0;
  for (let at = 0; at < pairs.length; at += PAIR_BYTES) {
    const bucket = ((pairs[at] ?? 0) << 8) | (pairs[at + 1] ?? 0);
    buckets[bucket] = (buckets[bucket] ?? 0) + (pairs[at + 2] ?? 0);
    if (bucket >= end) end = bucket + 1;
  }
  return end;
}

/** The same sessions, each bucket once; one of more sessions than a byte holds, as often as it takes. */
export function mergedPairs(pairs: Uint8Array): Buffer {
  const buckets = emptyBuckets();
  const used = buckets.subarray(0, countPairs(pairs, buckets));
  const bytes: number[] = [];
  used.forEach((sessions, bucket) => {
    for (let left = sessions; left > 0; left -= MOST_SESSIONS) bytes.push(bucket >> 8, bucket & 255, Math.min(left, MOST_SESSIONS));
  });
  return Buffer.from(bytes);
}
