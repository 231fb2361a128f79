import { countEndedAfter, endedAfter, type FunnelCounts, funnelTally, type WindowCounts } from '../rollups/index.js';
import type { AccountWindow } from '../window/index.js';

/** Sessions of the window by how far their work reached the PSA. The funnel is nested. */
export type PushFunnelFacts = Omit<FunnelCounts, 'position' | 'day' | 'last_ended_ms'>;

const HOUR_MS = 3_600_000;

export async function pushFunnelFacts(counts: WindowCounts, window: AccountWindow): Promise<PushFunnelFacts> {
  const unloggedBefore = window.now.getTime() - window.unloggedAfterHours * HOUR_MS;
  const facts = { total_sessions: 0, linked_to_ticket: 0, doc_pushed: 0, time_entry_logged: 0, skipped_a_step: 0, unlogged_sessions: 0 };
  const begins = new Map(window.days.map(({ date, start }) => [date, start.getTime()]));
  const endedOfLate: string[] = [];
  for (const row of await counts.of(funnelTally(window.now, window.unloggedAfterHours), [window.days])) {
    facts.total_sessions += row.total_sessions;
    facts.linked_to_ticket += row.linked_to_ticket;
    facts.doc_pushed += row.doc_pushed;
    facts.time_entry_logged += row.time_entry_logged;
    facts.skipped_a_step += row.skipped_a_step;
    // No session ends before it begins, which `refuseDisorder` sees to: none of such a day is unlogged yet.
    if (row.day !== null && (begins.get(row.day) ?? 0) > unloggedBefore) continue;
    facts.unlogged_sessions += row.unlogged_sessions;
    if (row.day !== null && row.last_ended_ms !== null && row.last_ended_ms > unloggedBefore) endedOfLate.push(row.day);
  }
  facts.unlogged_sessions -= await endedAfterOf(counts, endedOfLate, unloggedBefore);
  return facts;
}

/** Sessions of rolled days that a day's count holds though they ended too short a time ago. */
async function endedAfterOf(counts: WindowCounts, dates: readonly string[], time: number): Promise<number> {
  // By the hour: asked with each moment, nothing could be remembered until the next one.
  const hour = Math.floor(time / HOUR_MS) * HOUR_MS;
  return countEndedAfter(await counts.ofRolled('ended after', endedAfter(hour), dates), time);
}
