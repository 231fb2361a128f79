import { IN_STATUS, inWindow, MATCHED } from '../sessions/index.js';
import { rolledDays, type RolledDaysParameters } from './rolled-days.js';
import { bucketsSql, counted, DOMAIN_COUNTS, FLOW_COUNTS, named, resolutionBucketSql } from './session-columns.js';

interface CountedBy {
  /** A column of the rollup as the parts name it, and one of the sessions, each with the comma behind it. */
  ofRollup: string;
  ofSessions: string;
  ofTimed: string;
}

const BY_DOMAIN: CountedBy = {
  ofRollup: `nullif(stats.domain_key, '') as domain_key,`,
  ofSessions: 'sessions.domain_key,',
  ofTimed: 'timed.domain_key,',
};
const BY_NOTHING: CountedBy = { ofRollup: '', ofSessions: '', ofTimed: '' };

interface PartsParameters extends RolledDaysParameters {
  /** Names the parameter of the bucket bounds. */
  bounds: string;
}

/**
 * SQL: CTEs that count the sessions of the CTE `stretches (position, starts_at, ends_at)`, in parts to be summed:
 * `parts (position, …counts, resolution_buckets)`. A stretch that no rollup covers is a range of the index.
 */
export function sessionParts(parameters: PartsParameters): string {
  return parts(parameters, BY_NOTHING);
}

/** As `sessionParts`, by domain: `parts (position, domain_key, …)`. */
export function domainParts(parameters: PartsParameters): string {
  return parts(parameters, BY_DOMAIN);
}

function parts(parameters: PartsParameters, by: CountedBy): string {
  const { account, bounds } = parameters;
  const within = `sessions.account_id = ${account} and ${inWindow('unrolled.starts_at', 'unrolled.ends_at')}`;
  const groupBy = (column: string) => (column === '' ? '' : `group by ${column.slice(0, -1)}`);
  return `${rolledDays(parameters)},
  parts as (
    select rolled.position, ${by.ofRollup} ${named(DOMAIN_COUNTS, 'stats')}, stats.resolution_buckets
    from rolled
    join session_day_domain_stats as stats on stats.account_id = ${account} and stats.day = rolled.day
    union all
    select unrolled.position, raw.*, null
    from unrolled
    cross join lateral (
      select ${by.ofSessions} ${counted(DOMAIN_COUNTS)}
      from sessions
      where ${within}
      ${groupBy(by.ofSessions)}
    ) as raw
    union all
    select unrolled.position, ${by.ofTimed.replace('timed', 'timings')} ${Object.keys(DOMAIN_COUNTS).map(() => 'null').join(', ')}, timings.resolution_buckets
    from unrolled
    cross join lateral (
      select ${by.ofTimed} ${bucketsSql('timed.bucket', 'timed.sessions')} as resolution_buckets
      from (
        select ${by.ofSessions} ${resolutionBucketSql(bounds)} as bucket, count(*)::int as sessions
        from sessions
        where ${within} and ${IN_STATUS.resolved}
        group by ${by.ofSessions} bucket
      ) as timed
      ${groupBy(by.ofTimed)}
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
  encode(string_agg(parts.resolution_buckets, ''::bytea), 'hex') as resolution_buckets`;

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
