import type { Database } from '../database/database.js';
import type { AccountWindow } from '../window/index.js';

/** Sessions of the window by how far their work reached the PSA. The funnel is nested. */
export interface PushFunnelFacts {
  total_sessions: number;
  linked_to_ticket: number;
  doc_pushed: number;
  time_entry_logged: number;
  skipped_a_step: number;
  unlogged_sessions: number;
}

export async function pushFunnelFacts(database: Database, window: AccountWindow): Promise<PushFunnelFacts> {
  const { accountId, from, to, now, unloggedAfterHours } = window;
  const [facts] = await database.query<PushFunnelFacts>(PUSH_FUNNEL_FACTS, [
    accountId,
    from,
    to,
    new Date(now.getTime() - unloggedAfterHours * MS_PER_HOUR),
  ]);
  if (!facts) throw new Error('push funnel facts are always one row');
  return facts;
}

const MS_PER_HOUR = 3_600_000;

// A resolved session that was escalated before is judged by its resolution: that is since when its state holds.
const PUSH_FUNNEL_FACTS = `
  with recorded as (
    select sessions.psa_ticket_id is not null as has_ticket, sessions.has_note, sessions.has_time_entry,
           case sessions.status
             when 'resolved' then sessions.resolved_at
             when 'escalated' then sessions.escalated_at
           end as ended_at
    from sessions
    where sessions.account_id = $1 and sessions.created_at >= $2 and sessions.created_at < $3
  )
  select count(*)::int as total_sessions,
         (count(*) filter (where recorded.has_ticket))::int as linked_to_ticket,
         (count(*) filter (where recorded.has_ticket and recorded.has_note))::int as doc_pushed,
         (
           count(*) filter (where recorded.has_ticket and recorded.has_note and recorded.has_time_entry)
         )::int as time_entry_logged,
         (
           count(*) filter (where recorded.has_time_entry and not (recorded.has_note and recorded.has_ticket))
         )::int as skipped_a_step,
         (
           count(*) filter (where recorded.has_ticket and not recorded.has_time_entry and recorded.ended_at <= $4)
         )::int as unlogged_sessions
  from recorded`;
