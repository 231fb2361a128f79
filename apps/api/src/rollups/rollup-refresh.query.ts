import type { Database } from '../database/database.js';
import { dayStart } from '../window/index.js';
import type { DaysToRollUp } from './day-rollup.query.js';
import { EARLIER_NOW } from './due-accounts.query.js';
import { FORGOTTEN_WEEKS } from './week-rollup.query.js';

/** What is closed by now: days that ended by then are counted, and of the day that goes on then the hours that did. */
export interface Closed {
  before: Date;
  /** Null where no part of a day is counted. */
  hour: Date | null;
}

/**
 * SQL: whether a day was counted from its first to its last instant, as the server knows the zone now: zones' rules change.
 * Where clocks read midnight every 24 hours, from the day before on, that is beyond doubt, and told in a quarter of the time.
 */
function asThatZoneHasIt(zone: string): string {
  const reads = (instant: string, day: string) => `(${instant}) at time zone ${zone} = (${day})::timestamp`;
  return `(
    ${reads(`(rollup_days.starts_at at time zone 'UTC' - interval '24 hours') at time zone 'UTC'`, 'rollup_days.day - 1')}
      and ${reads('rollup_days.starts_at', 'rollup_days.day')}
      and ${reads('rollup_days.ends_at', 'rollup_days.day + 1')}
      and rollup_days.ends_at - rollup_days.starts_at = interval '24 hours'
    or rollup_days.starts_at = ${dayStart('rollup_days.day', zone)}
      and (not rollup_days.whole or rollup_days.ends_at = ${dayStart('rollup_days.day + 1', zone)})
  )`;
}

/** See `EARLIER_NOW`; and whether the account had a day of late with so many sessions. */
export async function nowAt(database: Database, accountId: string, now: Date, busyDays: number, busyFrom: number): Promise<{ now: Date; is_busy: boolean }> {
  const [row] = await database.prepared<{ now: Date; is_busy: boolean }>(NOW_AT, [now, accountId, busyDays, busyFrom]);
  return row ?? { now, is_busy: false };
}

// A few days more than those by which an account is found due, so that what is due is also done.
const NOW_AT = `
  select ${EARLIER_NOW} as now,
         exists (
           select from session_day_stats
           where session_day_stats.account_id = $2 and session_day_stats.day >= (${EARLIER_NOW} at time zone 'UTC')::date - ($3::int + 3)
             and session_day_stats.sessions >= $4
         ) as is_busy`;

/**
 * Forgets the days that were written to since, those of a zone in which the account lives no longer, or whose rules have
 * changed, those that are not closed after all, and those of which other hours are closed by now.
 */
export async function dropStaleDays(database: Database, accountId: string, closed: Closed): Promise<void> {
  const stale = await database.prepared<{ day: string }>(DROP_DAYS, [accountId, closed.before, closed.hour]);
  if (stale.length > 0) await forgetDays(database, accountId, stale.map(({ day }) => day));
}

/** As if the days had never been counted. */
export async function forgetDays(database: Database, accountId: string, days: readonly string[]): Promise<void> {
  await database.prepared(FORGET_DAYS, [accountId, days]);
}

const ofTheDays = (table: string) => `delete from ${table} where ${table}.account_id = $1 and ${table}.day = any($2::date[])`;

// All at once: most accounts have few rows to forget, and wait longer for eight answers than for the rows.
const FORGET_DAYS = `
  with ${['session_day_domain_stats', 'session_day_flow_stats', 'session_day_stats', 'psa_day_stats'].map((table) => `of_${table} as (${ofTheDays(table)})`).join(', ')},
  ${FORGOTTEN_WEEKS}
  ${ofTheDays('rollup_days')}`;

const DROP_DAYS = `
  delete from rollup_days
  where rollup_days.account_id = $1
    and (
      rollup_days.time_zone <> (select accounts.time_zone from accounts where accounts.id = $1)
      or not (${asThatZoneHasIt('rollup_days.time_zone')})
      or rollup_days.ends_at > $2
      or (
        not rollup_days.whole
        and (rollup_days.ends_at is distinct from $3 or ${dayStart('rollup_days.day + 1', 'rollup_days.time_zone')} <= $2)
      )
      or exists (
        select from rollup_invalidations
        where rollup_invalidations.account_id = $1
          and rollup_invalidations.created_at >= rollup_days.starts_at
          and rollup_invalidations.created_at < rollup_days.ends_at
      )
    )
  returning rollup_days.day::text as day`;

/** In one snapshot with `dropStaleDays`: those that the snapshot shows, none that come later. */
export async function deleteInvalidations(database: Database, accountId: string): Promise<void> {
  await database.prepared('delete from rollup_invalidations where rollup_invalidations.account_id = $1', [accountId]);
}

/** Days since the first session or activity, at most `horizonDays` back, that are closed and not rolled up. */
export async function selectDueDays(database: Database, accountId: string, closed: Closed, horizonDays: number): Promise<DaysToRollUp> {
  const [due] = await database.prepared<Omit<DaysToRollUp, 'starts' | 'ends'> & { starts: number[]; ends: number[] }>(DUE_DAYS, [
    accountId,
    closed.before,
    horizonDays,
    closed.hour,
  ]);
  if (!due) throw new Error('the days of an account are always one row');
  return { ...due, starts: due.starts.map((ms) => new Date(ms)), ends: due.ends.map((ms) => new Date(ms)) };
}

const DUE_DAYS = `
  with account as (
    select accounts.time_zone, ($2::timestamptz at time zone accounts.time_zone)::date as last_day
    from accounts
    where accounts.id = $1
  ),
  began as (
    select least(
      (select min(sessions.created_at) from sessions where sessions.account_id = $1),
      (select min(psa_activity_logs.created_at) from psa_activity_logs where psa_activity_logs.account_id = $1)
    ) as at
  ),
  missing as materialized (
    select (account.last_day - ago.n) as day, account.time_zone
    from account
    cross join began
    cross join lateral generate_series(
      -- The last closed day at least: that says that the account has been looked after.
      0, least($3::int, greatest(1, coalesce(account.last_day - (began.at at time zone account.time_zone)::date, 1)))
    ) as ago (n)
    where not exists (
      select from rollup_days where rollup_days.account_id = $1 and rollup_days.day = account.last_day - ago.n
    )
  ),
  days as materialized (
    select missing.day,
           ${dayStart('missing.day', 'missing.time_zone')} as starts_at,
           ${dayStart('missing.day + 1', 'missing.time_zone')} as ends_at
    from missing
  ),
  due as (
    select closed.*
    from (
      select days.day, days.starts_at, days.ends_at <= $2 as whole,
             case when days.ends_at <= $2 then days.ends_at else $4::timestamptz end as ends_at
      from days
    ) as closed
    where closed.starts_at < closed.ends_at
  )
  select account.time_zone,
         coalesce(array_agg(due.day::text order by due.day) filter (where due.day is not null), '{}') as days,
         coalesce(array_agg((extract(epoch from due.starts_at) * 1000)::float8 order by due.day) filter (where due.day is not null), '{}') as starts,
         coalesce(array_agg((extract(epoch from due.ends_at) * 1000)::float8 order by due.day) filter (where due.day is not null), '{}') as ends,
         coalesce(array_agg(due.whole order by due.day) filter (where due.day is not null), '{}') as whole
  from account
  left join due on true
  group by account.time_zone`;
