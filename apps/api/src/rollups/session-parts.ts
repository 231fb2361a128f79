import { inWindow, MATCHED } from '../sessions/index.js';
import { ROLLED_DAYS } from './rolled-days.js';
import { ROLLED_WEEKS } from './rolled-weeks.js';
import { bucketOfEach, counted, DOMAIN_COUNTS, FLOW_COUNTS, named } from './session-columns.js';

/**
 * SQL: CTEs that count the sessions of `countedStretches`, in parts to be summed: `parts (position, …counts,
 * resolved_by_bucket)`. What no rollup covers is a range of the index. $7 are `BUCKET_BOUNDS`.
 */
export const SESSION_PARTS = `${ROLLED_DAYS},
  parts as (
    select rolled.position, ${named(DOMAIN_COUNTS, 'stats')}, stats.resolved_by_bucket
    from rolled
    join session_day_stats as stats on stats.account_id = $1 and stats.day = rolled.day
    union all
    select unrolled.position, raw.*
    from unrolled
    cross join lateral (
      select ${counted(DOMAIN_COUNTS)}, ${bucketOfEach('$7')} as resolved_by_bucket
      from sessions
      where sessions.account_id = $1 and ${inWindow('unrolled.starts_at', 'unrolled.ends_at')}
    ) as raw
  )`;

const OF_DOMAIN = `nullif(stats.domain_key, '') as domain_key, ${named(DOMAIN_COUNTS, 'stats')}, stats.resolved_by_bucket`;

/** As `SESSION_PARTS`, by domain: `parts (position, domain_key, …)`. */
export const DOMAIN_PARTS = `${ROLLED_WEEKS},
  parts as (
    select rolled_weeks.position, ${OF_DOMAIN}
    from rolled_weeks
    join session_week_domain_stats as stats on stats.account_id = $1 and stats.week = rolled_weeks.week
    union all
    select single_days.position, ${OF_DOMAIN}
    from single_days
    join session_day_domain_stats as stats on stats.account_id = $1 and stats.day = single_days.day
    union all
    select unrolled.position, raw.*
    from unrolled
    cross join lateral (
      select sessions.domain_key, ${counted(DOMAIN_COUNTS)}, ${bucketOfEach('$7')} as resolved_by_bucket
      from sessions
      where sessions.account_id = $1 and ${inWindow('unrolled.starts_at', 'unrolled.ends_at')}
      group by sessions.domain_key
    ) as raw
  )`;

/** SQL: the sums of parts, as `SessionFacts` has them. */
export const SUMMED_PARTS = `
  ${Object.keys(DOMAIN_COUNTS)
    .filter((name) => name !== 'resolution_microseconds')
    .map((name) => `coalesce(sum(parts.${name}), 0)::int as ${name}`)
    .join(', ')},
  sum(parts.resolution_microseconds)::text as resolution_microseconds,
  string_agg(parts.resolved_by_bucket, ''::bytea) as resolved_by_bucket`;

/** As `SESSION_PARTS`, by the flow that the sessions are matched to: `parts (position, flow_id, …counts)`. */
export const FLOW_PARTS = `${ROLLED_WEEKS},
  parts as (
    select rolled_weeks.position, stats.flow_id, ${named(FLOW_COUNTS, 'stats')}
    from rolled_weeks
    join session_week_flow_stats as stats on stats.account_id = $1 and stats.week = rolled_weeks.week
    union all
    select single_days.position, stats.flow_id, ${named(FLOW_COUNTS, 'stats')}
    from single_days
    join session_day_flow_stats as stats on stats.account_id = $1 and stats.day = single_days.day
    union all
    select unrolled.position, raw.flow_id, ${named(FLOW_COUNTS, 'raw')}
    from unrolled
    cross join lateral (
      select sessions.matched_flow_id as flow_id, ${counted(FLOW_COUNTS)}
      from sessions
      where sessions.account_id = $1 and ${inWindow('unrolled.starts_at', 'unrolled.ends_at')} and ${MATCHED}
      group by sessions.matched_flow_id
    ) as raw
  )`;
