import { RESOLUTION_BUCKET_BOUNDS } from '@flowpilot/metrics';

import {
  DOC_PUSHED,
  ENDED_AT,
  ENDED_WITHOUT_ENTRY,
  IN_STATUS,
  IN_TIER,
  LINKED_TO_TICKET,
  MATCHED,
  SKIPPED_A_STEP,
  TIME_ENTRY_LOGGED,
  WITH_CONFIDENCE,
} from '../sessions/index.js';

// What a rollup keeps of a group of `sessions`, in SQL. A double holds whole microseconds exactly for some 70 years, and
// is several times faster than a numeric.
const MICROSECONDS = `round(date_part('epoch', sessions.resolved_at - sessions.created_at) * 1000000)`;

// Written out: as a parameter its 900 bounds were read anew by each execution, for as long as 100 rows take to be counted.
const BOUNDS = `'{${RESOLUTION_BUCKET_BOUNDS.join(',')}}'::float8[]`;

/**
 * SQL: the buckets of a group of `sessions`, as one value to be strung together with others: see `bucket-pairs`. Each
 * session is a bucket in two bytes and its count in a third; a bucket may come several times.
 */
export const BUCKET_OF_EACH =
  `string_agg(int2send(width_bucket(${MICROSECONDS}, ${BOUNDS})::int2) || '\\x01'::bytea, ''::bytea) filter (where ${IN_STATUS.resolved})`;

/** Fewer sessions than this lie in nearly as many buckets: counting them once each would save next to nothing. */
const MERGED_FROM_BYTES = 3 * 256;

/** SQL: such a value with each bucket once, if it is long; a count that a byte does not hold is several. */
export const merged = (buckets: string) => `
  case when length(${buckets}) >= ${MERGED_FROM_BYTES} then (
    select string_agg(
      int2send(timed.bucket::int2) || substr(int2send(least(255, timed.sessions - 255 * part.n)::int2), 2), ''::bytea
    )
    from (
      select get_byte(${buckets}, 3 * pair.n) * 256 + get_byte(${buckets}, 3 * pair.n + 1) as bucket,
             sum(get_byte(${buckets}, 3 * pair.n + 2))::int as sessions
      from generate_series(0, length(${buckets}) / 3 - 1) as pair (n)
      group by bucket
    ) as timed
    cross join generate_series(0, (timed.sessions - 1) / 255) as part (n)
  ) else ${buckets} end`;

/** The counts of a group by name, all but the buckets. */
export const DOMAIN_COUNTS = {
  sessions: 'count(*)::int',
  resolved: `(count(*) filter (where ${IN_STATUS.resolved}))::int`,
  escalated: `(count(*) filter (where ${IN_STATUS.escalated}))::int`,
  abandoned: `(count(*) filter (where ${IN_STATUS.abandoned}))::int`,
  active: `(count(*) filter (where ${IN_STATUS.active}))::int`,
  guided: `(count(*) filter (where ${IN_TIER.guided}))::int`,
  exploring: `(count(*) filter (where ${IN_TIER.exploring}))::int`,
  discovery: `(count(*) filter (where ${IN_TIER.discovery}))::int`,
  matched: `(count(*) filter (where ${MATCHED}))::int`,
  resolution_microseconds: `sum(${MICROSECONDS}::bigint)`,
} as const;

export const FLOW_COUNTS = {
  sessions: 'count(*)::int',
  resolved: `(count(*) filter (where ${IN_STATUS.resolved}))::int`,
  closed: `(count(*) filter (where not (${IN_STATUS.active})))::int`,
  guided: `(count(*) filter (where ${IN_TIER.guided}))::int`,
  confidence_count: `(count(*) filter (where ${WITH_CONFIDENCE}))::int`,
  confidence_sum: 'sum(sessions.match_confidence)',
} as const;

export const FUNNEL_COUNTS = {
  linked_to_ticket: `(count(*) filter (where ${LINKED_TO_TICKET}))::int`,
  doc_pushed: `(count(*) filter (where ${DOC_PUSHED}))::int`,
  time_entry_logged: `(count(*) filter (where ${TIME_ENTRY_LOGGED}))::int`,
  skipped_a_step: `(count(*) filter (where ${SKIPPED_A_STEP}))::int`,
} as const;

/** What tells of a day how many of its sessions are unlogged, once the last of them has ended long enough ago. */
export const ENDED_COUNTS = {
  ended_without_entry: `(count(*) filter (where ${ENDED_WITHOUT_ENTRY}))::int`,
  last_ended_without_entry_at: `max(${ENDED_AT}) filter (where ${ENDED_WITHOUT_ENTRY})`,
} as const;

/** `a as b, …`: the counts under their names. */
export function counted(counts: Readonly<Record<string, string>>): string {
  return Object.entries(counts).map(([name, sql]) => `${sql} as ${name}`).join(', ');
}

const SUM_TYPES: Readonly<Record<string, string>> = { resolution_microseconds: 'bigint', confidence_sum: 'numeric' };

/** `sum(…) as b, …`: the sums of counts under their names. */
export function summed(counts: object, table: string): string {
  return Object.keys(counts).map((name) => `sum(${table}.${name})::${SUM_TYPES[name] ?? 'int'} as ${name}`).join(', ');
}

/** The names of the counts, of a table or not. */
export function named(counts: object, table?: string): string {
  return Object.keys(counts).map((name) => (table === undefined ? name : `${table}.${name}`)).join(', ');
}
