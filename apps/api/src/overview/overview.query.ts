import { type SessionFacts, sumOfSessions } from '../analytics/session-facts.js';
import { SESSION_TALLY, type SessionCounts, type Stretch, type WindowCounts } from '../rollups/index.js';

/** The sessions of each stretch of time, in the order given. */
export async function sessionFacts(counts: WindowCounts, stretches: readonly Stretch[]): Promise<SessionFacts[]> {
  const groups = stretches.map((): SessionCounts[] => []);
  for (const row of await counts.of(SESSION_TALLY, stretches)) groups[row.position - 1]?.push(row);
  return groups.map(sumOfSessions);
}
