import type { Database } from '../database/database.js';
import { UNATTRIBUTED } from '../psa/index.js';
import type { Interval } from '../window/index.js';

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

/** The time entries of each stretch of time, in the order given. */
export function timeEntryFacts(
  database: Database,
  accountId: string,
  stretches: readonly Interval[],
): Promise<TimeEntryFacts[]> {
  return database.query<TimeEntryFacts>(TIME_ENTRY_FACTS, [
    accountId,
    stretches.map((stretch) => stretch.from),
    stretches.map((stretch) => stretch.to),
  ]);
}

const TIME_ENTRY_FACTS = `
  select posted.*
  from unnest($2::timestamptz[], $3::timestamptz[]) with ordinality as stretches (starts_at, ends_at, position)
  cross join lateral (
    select count(*)::int as entries,
           coalesce(sum(psa_activity_logs.hours_logged) * 10000, 0)::float8 as hour_parts,
           count(distinct psa_activity_logs.session_id)::int as sessions,
           (count(*) filter (where ${UNATTRIBUTED}))::int as unattributed
    from psa_activity_logs
    where psa_activity_logs.account_id = $1
      and psa_activity_logs.created_at >= stretches.starts_at and psa_activity_logs.created_at < stretches.ends_at
      and psa_activity_logs.activity_type = 'time_entry_posted'
  ) as posted
  order by stretches.position`;
