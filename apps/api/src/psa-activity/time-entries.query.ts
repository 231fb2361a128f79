import type { Database } from '../database/database.js';
import { countedStretches, ENTRY_PARTS, type Stretch } from '../rollups/index.js';
import type { AccountWindow } from '../window/index.js';

/** Time entries of a stretch of time, by the moment they were posted. */
export interface TimeEntryFacts {
  entries: number;
  /** Hours in whole ten-thousandths, exact. */
  hour_parts: number;
  /** Distinct sessions with at least one of the entries, 0 where these are not asked for. */
  sessions: number;
  /** Entries that no session stands behind. */
  unattributed: number;
}

/** The time entries of each stretch of time, in the order given; sessions of the first `withSessions` of them. */
export function timeEntryFacts(
  database: Database,
  window: AccountWindow,
  stretches: readonly Stretch[],
  withSessions: number,
): Promise<TimeEntryFacts[]> {
  return database.prepared<TimeEntryFacts>(TIME_ENTRY_FACTS, [...countedStretches(window, stretches), withSessions]);
}

const TIME_ENTRY_FACTS = `
  with ${ENTRY_PARTS}
  select coalesce(sum(parts.entries), 0)::int as entries,
         coalesce(sum(parts.hour_parts), 0)::float8 as hour_parts,
         coalesce(sum(parts.sessions), 0)::int as sessions,
         coalesce(sum(parts.unattributed), 0)::int as unattributed
  from stretches
  left join parts on parts.position = stretches.position
  group by stretches.position
  order by stretches.position`;
