import type { Database } from '../database/database.js';
import { countedStretches, funnelParts } from '../rollups/index.js';
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
  const [facts] = await database.prepared<PushFunnelFacts>(PUSH_FUNNEL_FACTS, [
    ...countedStretches(window, [window.days]),
    window.now,
    window.unloggedAfterHours,
  ]);
  if (!facts) throw new Error('push funnel facts are always one row');
  return facts;
}

const PUSH_FUNNEL_FACTS = `
  with ${funnelParts('$7', '$8')}
  select coalesce(sum(parts.total_sessions), 0)::int as total_sessions,
         coalesce(sum(parts.linked_to_ticket), 0)::int as linked_to_ticket,
         coalesce(sum(parts.doc_pushed), 0)::int as doc_pushed,
         coalesce(sum(parts.time_entry_logged), 0)::int as time_entry_logged,
         coalesce(sum(parts.skipped_a_step), 0)::int as skipped_a_step,
         coalesce(sum(parts.unlogged_sessions), 0)::int as unlogged_sessions
  from parts`;
