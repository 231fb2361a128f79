import type { Database } from '../database/database.js';
import { columnsOf, type FunnelCounts, funnelTally, type Piece, UNLOGGED_SESSIONS, type WindowCounts } from '../rollups/index.js';
import type { AccountWindow } from '../window/index.js';

/** Sessions of the window by how far their work reached the PSA. The funnel is nested. */
export type PushFunnelFacts = Omit<FunnelCounts, 'position' | 'starts_ms' | 'ends_ms' | 'last_ended_ms'>;

const HOUR_MS = 3_600_000;

export async function pushFunnelFacts(database: Database, counts: WindowCounts, window: AccountWindow): Promise<PushFunnelFacts> {
  const unloggedBefore = window.now.getTime() - window.unloggedAfterHours * HOUR_MS;
  const facts = { total_sessions: 0, linked_to_ticket: 0, doc_pushed: 0, time_entry_logged: 0, skipped_a_step: 0, unlogged_sessions: 0 };
  const endedOfLate: Piece[] = [];
  for (const row of await counts.of(funnelTally(window.now, window.unloggedAfterHours), [window.days])) {
    const { position, starts_ms, ends_ms, last_ended_ms: lastEndedMs } = row;
    facts.total_sessions += row.total_sessions;
    facts.linked_to_ticket += row.linked_to_ticket;
    facts.doc_pushed += row.doc_pushed;
    facts.time_entry_logged += row.time_entry_logged;
    facts.skipped_a_step += row.skipped_a_step;
    if (starts_ms !== null && ends_ms !== null && lastEndedMs !== null && lastEndedMs > unloggedBefore) endedOfLate.push({ position, starts_ms, ends_ms });
    else facts.unlogged_sessions += row.unlogged_sessions;
  }
  facts.unlogged_sessions += await unloggedOf(database, window, endedOfLate);
  return facts;
}

/** Of rolled days with a session that ended too short a time ago, which the day's count holds all the same. */
async function unloggedOf(database: Database, { accountId, now, unloggedAfterHours }: AccountWindow, days: readonly Piece[]): Promise<number> {
  if (days.length === 0) return 0;
  const [row] = await database.prepared<Pick<PushFunnelFacts, 'unlogged_sessions'>>(UNLOGGED_SESSIONS, [
    accountId,
    ...columnsOf(days),
    now,
    unloggedAfterHours,
  ]);
  if (!row) throw new Error('a sum is always one row');
  return row.unlogged_sessions;
}
