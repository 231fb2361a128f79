import { UNATTRIBUTED } from '../psa/index.js';
import { ROLLED_DAYS } from './rolled-days.js';
import { counted, named } from './session-columns.js';

export const ENTRY_COUNTS = {
  entries: 'count(*)::int',
  unattributed: `(count(*) filter (where ${UNATTRIBUTED}))::int`,
  hour_parts: 'coalesce(sum(psa_activity_logs.hours_logged) * 10000, 0)::bigint',
} as const;

/** SQL: time entries of the account $1 whose `created_at` lies in the half-open stretch. */
export function entriesWithin(from: string, to: string): string {
  return `psa_activity_logs.account_id = $1
          and psa_activity_logs.created_at >= ${from} and psa_activity_logs.created_at < ${to}
          and psa_activity_logs.activity_type = 'time_entry_posted'`;
}

/**
 * SQL: the time entries of a session of the account $1, few as they are, found by the session. Who asks on asks of these: with a
 * time in reach PostgreSQL may find it cheaper to look through all entries of the account for each session.
 */
export function entriesOfSession(session: string): string {
  return `
    select log.created_at, log.id
    from psa_activity_logs as log
    where log.account_id = $1 and log.session_id = ${session} and log.activity_type = 'time_entry_posted'
    offset 0`;
}

/**
 * SQL: CTEs that count the time entries of `countedStretches`, in parts to be summed: `parts (position, entries, unattributed,
 * hour_parts, sessions)`. A session counts where its first entry of the stretch lies, so that the sum is the number of
 * distinct ones: of a whole day these are the entries whose session's previous one lies before the stretch, which
 * therefore begins with a local day. Only of the first $7 stretches are sessions counted: what no rollup covers needs a look
 * at each session.
 */
export const ENTRY_PARTS = `${ROLLED_DAYS},
  stretches as (
    select counted_days.position, min(counted_days.day) as first_day, min(counted_days.starts_at) as starts_at
    from counted_days
    group by counted_days.position
  ),
  parts as (
    select rolled.position, ${named(ENTRY_COUNTS, 'stats')},
           case when rolled.position <= $7::int and stats.previous_day < stretches.first_day
                then stats.entries - stats.unattributed else 0 end as sessions
    from rolled
    join stretches on stretches.position = rolled.position
    join psa_day_stats as stats on stats.account_id = $1 and stats.day = rolled.day
    union all
    select unrolled.position, ${named(ENTRY_COUNTS, 'raw')},
           case when unrolled.position > $7::int then 0 when unrolled.starts_at = stretches.starts_at then raw.sessions else (
             select count(*)::int
             from (
               select distinct psa_activity_logs.session_id
               from psa_activity_logs
               where ${entriesWithin('unrolled.starts_at', 'unrolled.ends_at')} and not (${UNATTRIBUTED})
             ) as found
             where (
               select min(own.created_at)
               from (${entriesOfSession('found.session_id')}) as own
               where own.created_at >= stretches.starts_at and own.created_at < unrolled.starts_at
             ) is null
           ) end as sessions
    from unrolled
    join stretches on stretches.position = unrolled.position
    cross join lateral (
      select ${counted(ENTRY_COUNTS)},
             count(distinct psa_activity_logs.session_id)::int as sessions
      from psa_activity_logs
      where ${entriesWithin('unrolled.starts_at', 'unrolled.ends_at')}
    ) as raw
  )`;
