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

/** SQL: the bucket of a session's time to resolve, null unless resolved; `bounds` names the parameter of the bounds. */
export function resolutionBucketSql(bounds: string): string {
  return `width_bucket(${MICROSECONDS}, ${bounds}::float8[])`;
}

/**
 * SQL: columns that count `sessions` grouped by the group's key and the resolution bucket. One pass over the sessions
 * yields the counts and the buckets; `SUMMED_FACTS` folds the buckets up.
 */
export const COUNTED_FACTS = `
  count(*) as sessions,
  count(*) filter (where sessions.status = 'resolved') as resolved,
  count(*) filter (where sessions.status = 'escalated') as escalated,
  count(*) filter (where sessions.status = 'abandoned') as abandoned,
  count(*) filter (where sessions.status = 'active') as active,
  count(*) filter (where sessions.confidence_tier = 'guided') as guided,
  count(*) filter (where sessions.confidence_tier = 'exploring') as exploring,
  count(*) filter (where sessions.confidence_tier = 'discovery') as discovery,
  count(sessions.matched_flow_id) as matched,
  sum(${MICROSECONDS}::bigint) as resolution_microseconds`;

/** SQL: columns of `SessionFacts` out of a CTE `counted` that holds `bucket` and `COUNTED_FACTS`, by the group's key. */
export const SUMMED_FACTS = `
  sum(counted.sessions)::int as sessions,
  sum(counted.resolved)::int as resolved,
  sum(counted.escalated)::int as escalated,
  sum(counted.abandoned)::int as abandoned,
  sum(counted.active)::int as active,
  sum(counted.guided)::int as guided,
  sum(counted.exploring)::int as exploring,
  sum(counted.discovery)::int as discovery,
  sum(counted.matched)::int as matched,
  sum(counted.resolution_microseconds)::text as resolution_microseconds,
  json_object_agg(counted.bucket, counted.resolved) filter (where counted.bucket is not null) as resolution_buckets`;
