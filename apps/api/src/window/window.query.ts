import type { Database } from '../database/database.js';
import type { RequestedWindow } from './requested-window.js';

/** Instants in milliseconds since 1970, UTC; dates YYYY-MM-DD. */
export interface WindowRow {
  time_zone: string;
  min_sample: number;
  unlogged_after_hours: number;
  today: string;
  first_day: string;
  /** Less than one when the range begins after today. */
  day_count: number;
  /** When this window and the one before it end, where they end within a day. */
  to_ms: number | null;
  previous_to_ms: number | null;
}

/** The window of an account at `now`, or undefined when there is no such account. */
export async function selectWindow(
  database: Database,
  accountId: string,
  now: Date,
  requested: RequestedWindow,
): Promise<WindowRow | undefined> {
  const { days, firstDay, lastDay } = requested;
  const [row] = await database.prepared<WindowRow>(SELECT_WINDOW, [accountId, now, days, firstDay, lastDay]);
  return row;
}

// The previous window is the same number of local days before; where this one ends in the middle of today, that one
// ends at the same local time of its last day, as PostgreSQL reads it where a clock change skips or repeats it.
// Every read asks this: nested rather than named one by one, the queries become a single look into an index.
const SELECT_WINDOW = `
  select span.time_zone, span.min_sample, span.unlogged_after_hours,
         to_char(span.today, 'YYYY-MM-DD') as today,
         to_char(span.first_day, 'YYYY-MM-DD') as first_day,
         span.day_count,
         case when span.ends_now then (extract(epoch from $2::timestamptz) * 1000)::float8 end as to_ms,
         case when span.ends_now
              then (extract(epoch from (span.local_now - span.day_count * interval '1 day') at time zone span.time_zone) * 1000)::float8
         end as previous_to_ms
  from (
    select covered.*,
           covered.last_day - covered.first_day + 1 as day_count,
           covered.last_day = covered.today as ends_now
    from (
      select account.*,
             coalesce($4::date, account.today - ($3::int - 1)) as first_day,
             least($5::date, account.today) as last_day
      from (
        select accounts.time_zone, accounts.min_sample, accounts.unlogged_after_hours,
               $2::timestamptz at time zone accounts.time_zone as local_now,
               ($2::timestamptz at time zone accounts.time_zone)::date as today
        from accounts
        where accounts.id = $1
      ) as account
    ) as covered
  ) as span`;
