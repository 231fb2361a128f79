import { inWindow, unlogged } from '../../sessions/index.js';
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
  /** Of a rolled day: its date, YYYY-MM-DD, and when the last of its unlogged sessions ended, in milliseconds since 1970. */
  day: string | null;
  last_ended_ms: number | null;
}

/** @param unloggedAfterHours hours after its end from which a session without a time entry counts as unlogged */
export function funnelTally(now: Date, unloggedAfterHours: number): Tally<FunnelCounts> {
  return { name: 'funnel', byWeek: false, rolled: { sql: ROLLED, values: [] }, raw: { sql: RAW, values: [now, unloggedAfterHours] } };
}

const ROLLED = `
  select days.position, stats.sessions as total_sessions, ${named(FUNNEL_COUNTS, 'stats')}, stats.ended_without_entry as unlogged_sessions,
         stats.day::text as day, (extract(epoch from stats.last_ended_without_entry_at) * 1000)::float8 as last_ended_ms
  from ${DAYS}
  join session_day_stats as stats on stats.account_id = $1 and stats.day = days.day`;

const RAW = `
  select pieces.position, counts.*, null as day, null as last_ended_ms
  from ${PIECES}
  cross join lateral (
    select count(*)::int as total_sessions, ${counted(FUNNEL_COUNTS)}, (count(*) filter (where ${unlogged('$5', '$6')}))::int as unlogged_sessions
    from sessions
    where sessions.account_id = $1 and ${inWindow('pieces.starts_at', 'pieces.ends_at')}
  ) as counts`;
