import { type EntryCounts, entryTally, type Stretch, type WindowCounts } from '../rollups/index.js';

/** Time entries of a stretch of time; `sessions` is 0 where these are not asked for. */
export type TimeEntryFacts = Omit<EntryCounts, 'position'>;

/** The time entries of each stretch of time, in the order given; sessions of the first `withSessions` of them. */
export async function timeEntryFacts(counts: WindowCounts, stretches: readonly Stretch[], withSessions: number): Promise<TimeEntryFacts[]> {
  const facts = stretches.map(() => ({ entries: 0, hour_parts: 0, sessions: 0, unattributed: 0 }));
  for (const row of await counts.of(entryTally(stretches, withSessions), stretches)) {
    const stretch = facts[row.position - 1];
    if (!stretch) throw new RangeError('rows are of the stretches that were asked for');
    stretch.entries += row.entries;
    stretch.hour_parts += row.hour_parts;
    stretch.sessions += row.sessions;
    stretch.unattributed += row.unattributed;
  }
  return facts;
}
