import { inWindow, unlogged, unloggedBefore } from '../../sessions/index.js';
import { counted, FUNNEL_COUNTS, named } from '../session-columns.js';
import { type Counted, DAYS, PIECES, type Tally } from './tally.js';

/** Sessions by how far their work reached the PSA. The funnel is nested. */
export interface FunnelCounts extends Counted {
  total_sessions: number;
  linked_to_ticket: number;
  doc_pushed: number;
  time_entry_logged: number;
  skipped_a_step: number;
  /** Of a rolled day: those that are by now, or will be once the last of them has ended long enough ago. */
  unlogged_sessions: number;
  /** Of a rolled day, in milliseconds since 1970: when it begins and ends, and when the last of its unlogged sessions ended. */
  starts_ms: number | null;
  ends_ms: number | null;
  last_ended_ms: number | null;
}

/** @param unloggedAfterHours hours after its end from which a session without a time entry counts as unlogged */
export function funnelTally(now: Date, unloggedAfterHours: number): Tally<FunnelCounts> {
  return { name: 'funnel', byWeek: false, rolled: { sql: ROLLED, values: [] }, raw: { sql: RAW, values: [now, unloggedAfterHours] } };
}

const ROLLED = `
  select days.position, stats.sessions as total_sessions, ${named(FUNNEL_COUNTS, 'stats')}, stats.ended_without_entry as unlogged_sessions,
         (extract(epoch from rollup_days.starts_at) * 1000)::float8 as starts_ms,
         (extract(epoch from rollup_days.ends_at) * 1000)::float8 as ends_ms,
         (extract(epoch from stats.last_ended_without_entry_at) * 1000)::float8 as last_ended_ms
  from ${DAYS}
  join rollup_days on rollup_days.account_id = $1 and rollup_days.day = days.day
  join session_day_stats as stats on stats.account_id = $1 and stats.day = days.day`;

const UNLOGGED = `(count(*) filter (where ${unlogged('$5', '$6')}))::int as unlogged_sessions`;

const RAW = `
  select pieces.position, counts.*, null as starts_ms, null as ends_ms, null as last_ended_ms
  from ${PIECES}
  cross join lateral (
    select count(*)::int as total_sessions, ${counted(FUNNEL_COUNTS)}, ${UNLOGGED}
    from sessions
    where sessions.account_id = $1 and ${inWindow('pieces.starts_at', 'pieces.ends_at')}
  ) as counts`;

/**
 * SQL: how many sessions of the pieces are unlogged at $5, $6 hours after their end. No session ends before it begins, which
 * `refuseDisorder` sees to: who began later is not unlogged yet. To the microsecond, since both may be one moment.
 */
export const UNLOGGED_SESSIONS = `
  select coalesce(sum(counts.unlogged_sessions), 0)::int as unlogged_sessions
  from ${PIECES}
  cross join lateral (
    select ${UNLOGGED}
    from sessions
    where sessions.account_id = $1
      and ${inWindow('pieces.starts_at', `(least(pieces.ends_at, ${unloggedBefore('$5', '$6')} + interval '1 microsecond'))`)}
  ) as counts`;
