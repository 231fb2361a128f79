import { IN_STATUS, inWindow, MATCHED } from '../sessions/index.js';
import { rolledDays, type RolledDaysParameters } from './rolled-days.js';
import { BUCKETS, BYTE_SIZED_PARTS, counted, DOMAIN_COUNTS, FLOW_COUNTS, named, resolutionBucketSql } from './session-columns.js';

interface PartsParameters extends RolledDaysParameters {
  /** Names the parameter of the bucket bounds. */
  bounds: string;
}

/**
 * SQL: CTEs that count the sessions of the CTE `stretches (position, starts_at, ends_at)`, in parts to be summed:
 * `parts (position, …counts, resolved_by_bucket)`. A stretch that no rollup covers is a range of the index.
 */
export function sessionParts(parameters: PartsParameters): string {
  return parts(parameters, false);
}

/** As `sessionParts`, by domain: `parts (position, domain_key, …)`. */
export function domainParts(parameters: PartsParameters): string {
  return parts(parameters, true);
}

function parts(parameters: PartsParameters, byDomain: boolean): string {
  const { account, bounds } = parameters;
  const within = `sessions.account_id = ${account} and ${inWindow('unrolled.starts_at', 'unrolled.ends_at')}`;
  const ifByDomain = (sql: string) => (byDomain ? sql : '');
  return `${rolledDays(parameters)},
  parts as (
    select rolled.position, ${ifByDomain(`nullif(stats.domain_key, '') as domain_key,`)} ${named(DOMAIN_COUNTS, 'stats')}, stats.resolved_by_bucket
    from rolled
    join ${byDomain ? 'session_day_domain_stats' : 'session_day_stats'} as stats on stats.account_id = ${account} and stats.day = rolled.day
    union all
    select unrolled.position, raw.*, null
    from unrolled
    cross join lateral (
      select ${ifByDomain('sessions.domain_key,')} ${counted(DOMAIN_COUNTS)}
      from sessions
      where ${within}
      ${ifByDomain('group by sessions.domain_key')}
    ) as raw
    union all
    select unrolled.position, ${ifByDomain('timings.domain_key,')} ${Object.keys(DOMAIN_COUNTS).map(() => 'null').join(', ')}, timings.resolved_by_bucket
    from unrolled
    cross join lateral (
      select ${ifByDomain('timed.domain_key,')} ${BUCKETS} as resolved_by_bucket
      from (
        select ${ifByDomain('sessions.domain_key,')} ${resolutionBucketSql(bounds)} as bucket, count(*)::int as sessions
        from sessions
        where ${within} and ${IN_STATUS.resolved}
        group by ${ifByDomain('sessions.domain_key,')} bucket
      ) as timed
      ${BYTE_SIZED_PARTS}
      ${ifByDomain('group by timed.domain_key')}
    ) as timings
  )`;
}

/** SQL: the sums of parts, as `SessionFacts` has them. */
export const SUMMED_PARTS = `
  ${Object.keys(DOMAIN_COUNTS)
    .filter((name) => name !== 'resolution_microseconds')
    .map((name) => `coalesce(sum(parts.${name}), 0)::int as ${name}`)
    .join(', ')},
  sum(parts.resolution_microseconds)::text as resolution_microseconds,
  string_agg(parts.resolved_by_bucket, ''::bytea) as resolved_by_bucket`;

/** As `sessionParts`, by the flow that the sessions are matched to: `parts (position, flow_id, …counts)`. */
export function flowParts(parameters: RolledDaysParameters): string {
  const { account } = parameters;
  return `${rolledDays(parameters)},
  parts as (
    select rolled.position, stats.flow_id, ${named(FLOW_COUNTS, 'stats')}
    from rolled
    join session_day_flow_stats as stats on stats.account_id = ${account} and stats.day = rolled.day
    union all
    select unrolled.position, raw.flow_id, ${named(FLOW_COUNTS, 'raw')}
    from unrolled
    cross join lateral (
      select sessions.matched_flow_id as flow_id, ${counted(FLOW_COUNTS)}
      from sessions
      where sessions.account_id = ${account} and ${inWindow('unrolled.starts_at', 'unrolled.ends_at')} and ${MATCHED}
      group by sessions.matched_flow_id
    ) as raw
  )`;
}
