import type { SessionFacts } from '../analytics/session-facts.js';
import type { Database } from '../database/database.js';
import { BUCKET_BOUNDS, countedStretches, SESSION_PARTS, type Stretch, SUMMED_PARTS } from '../rollups/index.js';
import type { AccountWindow } from '../window/index.js';

/** The sessions of each stretch of time, in the order given. */
export function sessionFacts(database: Database, window: AccountWindow, stretches: readonly Stretch[]): Promise<SessionFacts[]> {
  return database.prepared<SessionFacts>(SESSION_FACTS, [...countedStretches(window, stretches), BUCKET_BOUNDS]);
}

const SESSION_FACTS = `
  with ${SESSION_PARTS}
  select ${SUMMED_PARTS}
  from (select distinct counted_days.position from counted_days) as stretches
  left join parts on parts.position = stretches.position
  group by stretches.position
  order by stretches.position`;
