import type { Database } from '../database/database.js';
import {
  DOC_PUSHED,
  inWindow,
  LINKED_TO_TICKET,
  SKIPPED_A_STEP,
  TIME_ENTRY_LOGGED,
  unlogged,
} from '../sessions/index.js';
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
    now,
    unloggedAfterHours,
  ]);
  if (!facts) throw new Error('push funnel facts are always one row');
  return facts;
}

const PUSH_FUNNEL_FACTS = `
  select count(*)::int as total_sessions,
         (count(*) filter (where ${LINKED_TO_TICKET}))::int as linked_to_ticket,
         (count(*) filter (where ${DOC_PUSHED}))::int as doc_pushed,
         (count(*) filter (where ${TIME_ENTRY_LOGGED}))::int as time_entry_logged,
         (count(*) filter (where ${SKIPPED_A_STEP}))::int as skipped_a_step,
         (count(*) filter (where ${unlogged('$4', '$5')}))::int as unlogged_sessions
  from sessions
  where sessions.account_id = $1 and ${inWindow('$2', '$3')}`;
