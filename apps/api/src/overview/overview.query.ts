import { type SessionFacts, sumOfSessions } from '../analytics/session-facts.js';
import { SESSION_TALLY, type Stretch, type WindowCounts } from '../rollups/index.js';

/** The sessions of each stretch of time, in the order given. */
export async function sessionFacts(counts: WindowCounts, stretches: readonly Stretch[]): Promise<SessionFacts[]> {
  const rows = await counts.of(SESSION_TALLY, stretches);
  return stretches.map((_, index) => sumOfSessions(rows.filter(({ position }) => position === index + 1)));
}
