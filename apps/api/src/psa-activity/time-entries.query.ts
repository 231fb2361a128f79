import type { Database } from '../database/database.js';
import { entryParts } from '../rollups/index.js';
import type { AccountWindow, Interval } from '../window/index.js';

/** Time entries of a stretch of time, by the moment they were posted. */
export interface TimeEntryFacts {
  entries: number;
  /** Hours in whole ten-thousandths, exact. */
  hour_parts: number;
  /** Distinct sessions with at least one of the entries. */
  sessions: number;
  /** Entries that no session stands behind. */
  unattributed: number;
}

/** The time entries of each stretch of time, in the order given. Each begins with a local day. */
export function timeEntryFacts(
  database: Database,
  { accountId, timeZone }: Pick<AccountWindow, 'accountId' | 'timeZone'>,
  stretches: readonly Interval[],
): Promise<TimeEntryFacts[]> {
  return database.prepared<TimeEntryFacts>(TIME_ENTRY_FACTS, [
    accountId,
    stretches.map((stretch) => stretch.from),
    stretches.map((stretch) => stretch.to),
    timeZone,
  ]);
}

const TIME_ENTRY_FACTS = `
  with stretches as (
    select given.position, given.starts_at, given.ends_at
    from unnest($2::timestamptz[], $3::timestamptz[]) with ordinality as given (starts_at, ends_at, position)
  ),${entryParts({ account: '$1', zone: '$4' })}
  select coalesce(sum(parts.entries), 0)::int as entries,
         coalesce(sum(parts.hour_parts), 0)::float8 as hour_parts,
         coalesce(sum(parts.sessions), 0)::int as sessions,
         coalesce(sum(parts.unattributed), 0)::int as unattributed
  from stretches
  left join parts on parts.position = stretches.position
  group by stretches.position
  order by stretches.position`;
