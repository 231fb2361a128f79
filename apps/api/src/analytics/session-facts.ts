import type { BucketCounts } from '@flowpilot/metrics';

import { IN_STATUS, IN_TIER, MATCHED } from '../sessions/index.js';

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
  /** Resolved sessions by the bucket of their time to resolve. */
  resolution_buckets: Record<string, number> | null;
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

/** The buckets as the rules take them. */
export function bucketCounts(facts: SessionFacts): BucketCounts {
  return new Map(Object.entries(facts.resolution_buckets ?? {}).map(([bucket, n]) => [Number(bucket), n]));
}

// A double holds whole microseconds exactly for some 70 years, and is several times faster than a numeric.
const MICROSECONDS = `round(date_part('epoch', sessions.resolved_at - sessions.created_at) * 1000000)`;

/** SQL: the bucket of a resolved session's time to resolve; `bounds` names the parameter of the bounds. */
export function resolutionBucketSql(bounds: string): string {
  return `width_bucket(${MICROSECONDS}, ${bounds}::float8[])`;
}

/**
 * SQL: the columns of `SessionFacts` that count a group of `sessions`; all but the buckets. Those are counted by a scan
 * of their own: grouped by bucket as well, these columns would be worked out in thousands of groups, sorted on disk.
 */
export const SESSION_COUNTS = `
  count(*)::int as sessions,
  (count(*) filter (where ${IN_STATUS.resolved}))::int as resolved,
  (count(*) filter (where ${IN_STATUS.escalated}))::int as escalated,
  (count(*) filter (where ${IN_STATUS.abandoned}))::int as abandoned,
  (count(*) filter (where ${IN_STATUS.active}))::int as active,
  (count(*) filter (where ${IN_TIER.guided}))::int as guided,
  (count(*) filter (where ${IN_TIER.exploring}))::int as exploring,
  (count(*) filter (where ${IN_TIER.discovery}))::int as discovery,
  (count(*) filter (where ${MATCHED}))::int as matched,
  sum(${MICROSECONDS}::bigint)::text as resolution_microseconds`;
