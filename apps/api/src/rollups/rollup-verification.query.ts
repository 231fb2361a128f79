import type { Database } from '../database/database.js';
import type { DaysToRollUp } from './day-rollup.query.js';

/** Of the whole days that are counted, every `nights`-th: another part each night. */
export async function selectNightsDays(database: Database, accountId: string, nights: number, night: number): Promise<DaysToRollUp> {
  const rows = await database.query<{ day: string; time_zone: string; starts_at: Date; ends_at: Date }>(
    `select rollup_days.day::text as day, rollup_days.time_zone, rollup_days.starts_at, rollup_days.ends_at
     from rollup_days
     where rollup_days.account_id = $1 and rollup_days.whole and (rollup_days.day - date '2000-01-01') % $2 = $3
     order by rollup_days.day`,
    [accountId, nights, night],
  );
  return {
    time_zone: rows[0]?.time_zone ?? '',
    days: rows.map(({ day }) => day),
    starts: rows.map(({ starts_at }) => starts_at),
    ends: rows.map(({ ends_at }) => ends_at),
    whole: rows.map(() => true),
  };
}

/** What is counted of each day, as a text that differs when any count does. */
export async function selectCounts(database: Database, accountId: string, days: readonly string[]): Promise<Map<string, string>> {
  const rows = await database.query<{ day: string; counts: string }>(COUNTS, [accountId, days]);
  return new Map(rows.map(({ day, counts }) => [day, counts]));
}

const counts = (table: string) => `select stats.day, to_jsonb(stats)::text as line from ${table} as stats where stats.account_id = $1 and stats.day = any($2::date[])`;
/** The buckets apart, each with all that is counted of it: a value names them in any order, and some several times. */
const countsWithBuckets = (table: string) => `
  select stats.day,
         (to_jsonb(stats) - 'resolved_by_bucket')::text || coalesce((
           select string_agg(timed.bucket || ' ' || timed.sessions, ' ' order by timed.bucket)
           from (
             select substr(stats.resolved_by_bucket, 3 * pair.n + 1, 2)::text as bucket,
                    sum(get_byte(stats.resolved_by_bucket, 3 * pair.n + 2)) as sessions
             from generate_series(0, length(stats.resolved_by_bucket) / 3 - 1) as pair (n)
             group by bucket
           ) as timed
         ), '')
  from ${table} as stats
  where stats.account_id = $1 and stats.day = any($2::date[])`;

const COUNTS = `
  select counted.day::text as day, md5(string_agg(counted.line, ' ' order by counted.line collate "C")) as counts
  from (
    ${counts('session_day_flow_stats')}
    union all ${counts('psa_day_stats')}
    union all ${countsWithBuckets('session_day_stats')}
    union all ${countsWithBuckets('session_day_domain_stats')}
  ) as counted
  group by counted.day`;
