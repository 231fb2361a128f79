import type { Database } from '../database/database.js';
import { columnsOf, type FunnelCounts, funnelTally, UNLOGGED_SESSIONS, type WindowCounts } from '../rollups/index.js';
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

const HOUR_MS = 3_600_000;

export async function pushFunnelFacts(database: Database, counts: WindowCounts, window: AccountWindow): Promise<PushFunnelFacts> {
  const rows = await counts.of(funnelTally(window.now, window.unloggedAfterHours), [window.days]);
  const unloggedBefore = window.now.getTime() - window.unloggedAfterHours * HOUR_MS;
  const open = rows.filter((row) => row.last_ended_ms !== null && row.last_ended_ms > unloggedBefore);
  const facts = { total_sessions: 0, linked_to_ticket: 0, doc_pushed: 0, time_entry_logged: 0, skipped_a_step: 0, unlogged_sessions: 0 };
  for (const row of rows) {
    facts.total_sessions += row.total_sessions;
    facts.linked_to_ticket += row.linked_to_ticket;
    facts.doc_pushed += row.doc_pushed;
    facts.time_entry_logged += row.time_entry_logged;
    facts.skipped_a_step += row.skipped_a_step;
    if (!open.includes(row)) facts.unlogged_sessions += row.unlogged_sessions;
  }
  facts.unlogged_sessions += await unloggedOf(database, window, open);
  return facts;
}

/** Of rolled days with a session that ended too short a time ago, which the day's count holds all the same. */
async function unloggedOf(database: Database, window: AccountWindow, days: readonly FunnelCounts[]): Promise<number> {
  if (days.length === 0) return 0;
  const pieces = days.flatMap(({ starts_ms, ends_ms }) => (starts_ms === null || ends_ms === null ? [] : [{ starts_ms, ends_ms }]));
  const [row] = await database.prepared<Pick<PushFunnelFacts, 'unlogged_sessions'>>(UNLOGGED_SESSIONS, [
    window.accountId,
    ...columnsOf(pieces),
    window.now,
    window.unloggedAfterHours,
  ]);
  if (!row) throw new Error('a sum is always one row');
  return row.unlogged_sessions;
}
