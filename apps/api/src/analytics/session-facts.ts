import { type BucketCounts, emptyBuckets, mergeBuckets } from '@flowpilot/metrics';

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
   * Resolved sessions by the bucket of their time to resolve: bucket (2 bytes) and sessions (1 byte), again and again, a
   * bucket perhaps more than once. Null when nothing was resolved.
   */
  resolved_by_bucket: Buffer | null;
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
  resolved_by_bucket: null,
};

const PAIR_BYTES = 3;

/** Counted into again and again: to make a thousand numbers for each row of a table takes longer than to judge them. */
const lent = emptyBuckets();

/** What `judge` makes of the group's buckets, which are lent to it for the time of the call. */
export function judgeBuckets<T>(facts: SessionFacts, judge: (buckets: BucketCounts) => T): T {
  return judge(bucketCounts(facts));
}

/** The buckets of disjoint groups together. */
export function mergedBuckets(groups: readonly SessionFacts[]): BucketCounts {
  return mergeBuckets(lentOneByOne(groups));
}

function* lentOneByOne(groups: readonly SessionFacts[]): Generator<BucketCounts> {
  for (const facts of groups) yield bucketCounts(facts);
}

function bucketCounts({ resolved_by_bucket: bytes }: SessionFacts): BucketCounts {
  lent.fill(0);
  if (bytes === null) return lent;
  for (let at = 0; at < bytes.length; at += PAIR_BYTES) {
    const bucket = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
    lent[bucket] = (lent[bucket] ?? 0) + (bytes[at + 2] ?? 0);
  }
  return lent;
}
