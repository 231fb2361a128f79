import type { Database } from '../database/database.js';
import { dayStart } from './day-start.js';
import type { RequestedWindow } from './requested-window.js';

/** Instants in milliseconds since 1970, UTC; dates YYYY-MM-DD. */
export interface WindowRow {
  time_zone: string;
  min_sample: number;
  unlogged_after_hours: number;
  today: string;
  /** When this window and the one before it end, where they end within a day. */
  to_ms: number | null;
  previous_to_ms: number | null;
  /** The days of the previous window, as many of this one, and the one after. Null when the range begins after today. */
  dates: string[] | null;
  /** When each of them begins. */
  starts_ms: number[];
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
const SELECT_WINDOW = `
  with account as (
    select accounts.time_zone, accounts.min_sample, accounts.unlogged_after_hours,
           $2::timestamptz as now,
           $2::timestamptz at time zone accounts.time_zone as local_now,
           ($2::timestamptz at time zone accounts.time_zone)::date as today
    from accounts
    where accounts.id = $1
  ),
  covered as (
    select coalesce($4::date, account.today - ($3::int - 1)) as first_day,
           least($5::date, account.today) as last_day
    from account
  ),
  span as (
    select covered.first_day, covered.last_day,
           covered.last_day - covered.first_day + 1 as day_count,
           covered.last_day = account.today as ends_now
    from covered cross join account
  ),
  days as (
    select array_agg(to_char(span.first_day + offsets.n, 'YYYY-MM-DD') order by offsets.n) as dates,
           array_agg((extract(epoch from begins.at) * 1000)::float8 order by offsets.n) as starts_ms
    from span
    cross join account
    cross join generate_series(-span.day_count, span.day_count) as offsets (n)
    cross join lateral ${dayStart('span.first_day + offsets.n', 'account.time_zone')} as begins (at)
    where span.day_count > 0
  )
  select account.time_zone, account.min_sample, account.unlogged_after_hours,
         to_char(account.today, 'YYYY-MM-DD') as today,
         case when span.ends_now then (extract(epoch from account.now) * 1000)::float8 end as to_ms,
         case when span.ends_now
              then (extract(epoch from (account.local_now - span.day_count * interval '1 day') at time zone account.time_zone) * 1000)::float8
         end as previous_to_ms,
         days.dates, days.starts_ms
  from account cross join span cross join days`;
