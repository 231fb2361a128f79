import type { BucketCounts } from '@flowpilot/metrics';

/** What a read model counts of a group of sessions. */
export interface SessionFacts {
  sessions: number;
  resolved: number;
  escalated: number;
  abandoned: number;
  active: number;
  guided: number;
  exploring: number;
  discovery: number;
  matched: number;
  /** Exact sum of the times to resolve, whole microseconds, as a decimal text; null when nothing was resolved. */
  resolution_microseconds: string | null;
  /**
   * Resolved sessions by the bucket of their time to resolve: bucket (2 bytes) and sessions (4 bytes), again and again, a
   * bucket perhaps more than once; hexadecimal. Null when nothing was resolved.
   */
  resolution_buckets: string | null;
}

export const NO_SESSIONS: SessionFacts = {
  sessions: 0,
  resolved: 0,
  escalated: 0,
  abandoned: 0,
  active: 0,
  guided: 0,
  exploring: 0,
  discovery: 0,
  matched: 0,
  resolution_microseconds: null,
  resolution_buckets: null,
};

const PAIR_BYTES = 6;

/** The buckets as the rules take them. */
export function bucketCounts({ resolution_buckets: pairs }: SessionFacts): BucketCounts {
  const counts = new Map<number, number>();
  const bytes = Buffer.from(pairs ?? '', 'hex');
  for (let at = 0; at < bytes.length; at += PAIR_BYTES) {
    const bucket = bytes.readInt16BE(at);
    counts.set(bucket, (counts.get(bucket) ?? 0) + bytes.readInt32BE(at + 2));
  }
  return counts;
}
