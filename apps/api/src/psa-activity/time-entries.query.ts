import type { Database } from '../database/database.js';
import type { AccountWindow } from '../window/index.js';

/** Time entries; hours in whole ten-thousandths, exact. */
export interface TimeEntryTotals {
  entries: number;
  hour_parts: number;
  /** Distinct sessions with at least one of the entries. */
  sessions: number;
}

export interface TimeEntryFacts extends TimeEntryTotals {
  /** Entries that no session stands behind. */
  unattributed: number;
  previous: TimeEntryTotals;
  /** Days with an entry; `day` counts the window's days from 1. */
  days: { day: number; entries: number; hour_parts: number }[];
}

/** The entries of the window by the moment they were posted, in total and by local day, and the previous totals. */
export async function timeEntryFacts(database: Database, window: AccountWindow): Promise<TimeEntryFacts> {
  const { accountId, from, to, previous, days } = window;
  const starts = days.map((day) => day.start);
  const [facts] = await database.query<TimeEntryFacts>(TIME_ENTRY_FACTS, [
    accountId,
    from,
    to,
    previous.from,
    previous.to,
    starts,
  ]);
  if (!facts) throw new Error('time entry facts are always one row');
  return facts;
}

const TOTALS = `
  count(*)::int as entries,
  coalesce(sum(psa_activity_logs.hours_logged) * 10000, 0)::float8 as hour_parts,
  count(distinct psa_activity_logs.session_id)::int as sessions`;

const TIME_ENTRY_FACTS = `
  with days as (
    select width_bucket(psa_activity_logs.created_at, $6::timestamptz[]) as day,
           count(*)::int as entries,
           (sum(psa_activity_logs.hours_logged) * 10000)::float8 as hour_parts
    from psa_activity_logs
    where psa_activity_logs.account_id = $1
      and psa_activity_logs.created_at >= $2 and psa_activity_logs.created_at < $3
      and psa_activity_logs.activity_type = 'time_entry_posted'
    group by day
  ),
  present as (
    select ${TOTALS}, (count(*) filter (where psa_activity_logs.session_id is null))::int as unattributed
    from psa_activity_logs
    where psa_activity_logs.account_id = $1
      and psa_activity_logs.created_at >= $2 and psa_activity_logs.created_at < $3
      and psa_activity_logs.activity_type = 'time_entry_posted'
  ),
  previous as (
    select ${TOTALS}
    from psa_activity_logs
    where psa_activity_logs.account_id = $1
      and psa_activity_logs.created_at >= $4 and psa_activity_logs.created_at < $5
      and psa_activity_logs.activity_type = 'time_entry_posted'
  )
  select present.entries, present.hour_parts, present.sessions, present.unattributed,
         row_to_json(previous) as previous,
         coalesce((select json_agg(days order by days.day) from days), '[]') as days
  from present cross join previous`;
