import type { Database } from '../database/database.js';
import { dayStart } from '../window/index.js';
import type { DaysToRollUp } from './day-rollup.query.js';
import { forgetWeeks } from './week-rollup.query.js';

/** SQL: whether a day was counted from its first to its last instant, as the server knows the zone now: zones' rules change. */
function asThatZoneHasIt(zone: string): string {
  return `rollup_days.starts_at = ${dayStart('rollup_days.day', zone)}
          and rollup_days.ends_at = ${dayStart('rollup_days.day + 1', zone)}`;
}

/** The moment, or the database's own if that is earlier: a clock that runs ahead must not close a day. */
export async function earlierNow(database: Database, now: Date): Promise<Date> {
  const [row] = await database.prepared<{ now: Date }>('select least($1::timestamptz, now()) as now', [now]);
  return row?.now ?? now;
}

/**
 * Forgets the days that were written to since, those of a zone in which the account lives no longer, or whose rules have
 * changed, and those that are not closed after all.
 */
export async function dropStaleDays(database: Database, accountId: string, closedBefore: Date): Promise<void> {
  const stale = await database.prepared<{ day: string }>(DROP_DAYS, [accountId, closedBefore]);
  if (stale.length > 0) await forgetDays(database, accountId, stale.map(({ day }) => day));
}

/** As if the days had never been counted. */
export async function forgetDays(database: Database, accountId: string, days: readonly string[]): Promise<void> {
  for (const table of ['rollup_days', 'session_day_domain_stats', 'session_day_flow_stats', 'session_day_stats', 'psa_day_stats']) {
    await database.prepared(`delete from ${table} where ${table}.account_id = $1 and ${table}.day = any($2::date[])`, [accountId, days]);
  }
  await forgetWeeks(database, accountId, days);
}

const DROP_DAYS = `
  delete from rollup_days
  where rollup_days.account_id = $1
    and (
      rollup_days.time_zone <> (select accounts.time_zone from accounts where accounts.id = $1)
      or not (${asThatZoneHasIt('rollup_days.time_zone')})
      or rollup_days.ends_at > $2
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

/** Days since the first session or activity, at most `horizonDays` back, that ended before `closedBefore` and are not rolled up. */
export async function selectDueDays(
  database: Database,
  accountId: string,
  closedBefore: Date,
  horizonDays: number,
): Promise<DaysToRollUp> {
  const [due] = await database.prepared<Omit<DaysToRollUp, 'starts' | 'ends'> & { starts: number[]; ends: number[] }>(DUE_DAYS, [
    accountId,
    closedBefore,
    horizonDays,
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
    select days.* from days where days.starts_at < days.ends_at and days.ends_at <= $2
  )
  select account.time_zone,
         coalesce(array_agg(due.day::text order by due.day) filter (where due.day is not null), '{}') as days,
         coalesce(array_agg((extract(epoch from due.starts_at) * 1000)::float8 order by due.day) filter (where due.day is not null), '{}') as starts,
         coalesce(array_agg((extract(epoch from due.ends_at) * 1000)::float8 order by due.day) filter (where due.day is not null), '{}') as ends
  from account
  left join due on true
  group by account.time_zone`;
