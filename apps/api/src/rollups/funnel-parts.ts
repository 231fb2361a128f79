import { inWindow, unlogged, unloggedBefore } from '../sessions/index.js';
import { ROLLED_DAYS } from './rolled-days.js';
import { counted, FUNNEL_COUNTS, named } from './session-columns.js';

/**
 * SQL: CTEs that count the sessions of `countedStretches` by how far their work reached the PSA, in parts to be summed:
 * `parts (…counts, unlogged_sessions)`. Whether a session is unlogged depends on the moment: of a day with one that ended too
 * short a time ago, those that began before that time are read for these alone. `now` and `hours` name parameters.
 */
export function funnelParts(now: string, hours: string): string {
  const unloggedSessions = `(count(*) filter (where ${unlogged(now, hours)}))::int`;
  // No session ends before it begins, which `refuseDisorder` sees to: who began later is not unlogged yet. To the microsecond,
  // since both may be one moment.
  const lastBegin = `${unloggedBefore(now, hours)} + interval '1 microsecond'`;
  return `${ROLLED_DAYS},
  parts as (
    select stats.sessions as total_sessions, ${named(FUNNEL_COUNTS, 'stats')},
           case when stats.last_ended_without_entry_at > ${unloggedBefore(now, hours)} then (
             select ${unloggedSessions}
             from sessions
             where sessions.account_id = $1 and ${inWindow('rolled.starts_at', `(least(rolled.ends_at, ${lastBegin}))`)}
           ) else stats.ended_without_entry end as unlogged_sessions
    from rolled
    join session_day_stats as stats on stats.account_id = $1 and stats.day = rolled.day
    union all
    select raw.*
    from unrolled
    cross join lateral (
      select count(*)::int as total_sessions, ${counted(FUNNEL_COUNTS)}, ${unloggedSessions} as unlogged_sessions
      from sessions
      where sessions.account_id = $1 and ${inWindow('unrolled.starts_at', 'unrolled.ends_at')}
    ) as raw
  )`;
}
