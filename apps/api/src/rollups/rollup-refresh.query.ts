import type { Database } from '../database/database.js';
import { IN_STATUS, inWindow, MATCHED } from '../sessions/index.js';
import { ENTRY_COUNTS, entriesWithin } from './entry-parts.js';
import { asThatZoneHasIt } from './rolled-days.js';
import {
  BUCKET_BOUNDS,
  BUCKETS,
  BYTE_SIZED_PARTS,
  counted,
  countedBefore,
  DOMAIN_COUNTS,
  ENDED_COUNTS,
  FLOW_COUNTS,
  FUNNEL_COUNTS,
  named,
  resolutionBucketSql,
} from './session-columns.js';
import { forgetWeeks, rollUpWeeks } from './week-rollup.query.js';

/** Days of an account, by the clocks of the zone in which it lives now. */
export interface DaysToRollUp {
  time_zone: string;
  days: string[];
  starts: Date[];
  ends: Date[];
}

/** An account, and the last local day that is surely closed there. */
export interface ClosedDay {
  account_id: string;
  time_zone: string;
  day: string;
}

/** Statements that each ask one kind of table, so that they can be asked of a cluster. */
export function selectClosedDays(database: Database, closedBefore: Date): Promise<ClosedDay[]> {
  return database.query(
    `select accounts.id as account_id, accounts.time_zone,
            (($1::timestamptz at time zone accounts.time_zone)::date - 1)::text as day
     from accounts
     order by accounts.id`,
    [closedBefore],
  );
}

/** What is rolled up from the day on. */
export function selectRolledDays(database: Database, since: string): Promise<(ClosedDay & { ends_at: Date })[]> {
  return database.query(
    `select rollup_days.account_id, rollup_days.time_zone, rollup_days.day::text as day, rollup_days.ends_at
     from rollup_days
     where rollup_days.day >= $1::date`,
    [since],
  );
}

/**
 * Accounts of which a day that is rolled up was written to since, once no write was noted for `quietMs`, or the first one
 * so long ago as `patienceMs`.
 */
export function selectLateAccounts(database: Database, quietMs: number, patienceMs: number): Promise<{ account_id: string }[]> {
  return database.query(LATE_ACCOUNTS, [quietMs, patienceMs]);
}

/** SQL: the first id that could be made so many milliseconds ago, by the clock that all processes share. */
function idMadeAgo(milliseconds: string): string {
  const made = `(extract(epoch from now()) * 1000)::bigint - ${milliseconds}::bigint`;
  return `rpad(lpad(to_hex(${made}), 12, '0'), 32, '0')::uuid`;
}

const LATE_ACCOUNTS = `
  select rollup_days.account_id
  from rollup_days
  join (
    select rollup_invalidations.account_id
    from rollup_invalidations
    group by rollup_invalidations.account_id
    having not bool_or(rollup_invalidations.id > ${idMadeAgo('$1')}) or bool_or(rollup_invalidations.id < ${idMadeAgo('$2')})
  ) as settled on settled.account_id = rollup_days.account_id
  where exists (
    select from rollup_invalidations
    where rollup_invalidations.account_id = rollup_days.account_id
      and rollup_invalidations.created_at >= rollup_days.starts_at
      and rollup_invalidations.created_at < rollup_days.ends_at
  )
  group by rollup_days.account_id`;

/** The moment, or the database's own if that is earlier: a clock that runs ahead must not close a day. */
export async function earlierNow(database: Database, now: Date): Promise<Date> {
  const [row] = await database.query<{ now: Date }>('select least($1::timestamptz, now()) as now', [now]);
  return row?.now ?? now;
}

/**
 * Forgets the days that were written to since, those of a zone in which the account lives no longer, or whose rules have
 * changed, and those that are not closed after all.
 */
export async function dropStaleDays(database: Database, accountId: string, closedBefore: Date): Promise<void> {
  const stale = await database.query<{ day: string }>(DROP_DAYS, [accountId, closedBefore]);
  if (stale.length > 0) await forgetDays(database, accountId, stale.map(({ day }) => day));
}

/** As if the days had never been counted. */
export async function forgetDays(database: Database, accountId: string, days: readonly string[]): Promise<void> {
  for (const table of ['rollup_days', 'session_day_domain_stats', 'session_day_flow_stats', 'session_day_stats', 'psa_day_stats']) {
    await database.query(`delete from ${table} where ${table}.account_id = $1 and ${table}.day = any($2::date[])`, [accountId, days]);
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
  await database.query('delete from rollup_invalidations where rollup_invalidations.account_id = $1', [accountId]);
}

/** Days since the first session or activity, at most `horizonDays` back, that ended before `closedBefore` and are not rolled up. */
export async function selectDueDays(
  database: Database,
  accountId: string,
  closedBefore: Date,
  horizonDays: number,
): Promise<DaysToRollUp> {
  const [due] = await database.query<Omit<DaysToRollUp, 'starts' | 'ends'> & { starts: number[]; ends: number[] }>(DUE_DAYS, [
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
  days as (
    select (account.last_day - ago.n) as day,
           local_day_start(account.last_day - ago.n, account.time_zone) as starts_at,
           local_day_start(account.last_day - ago.n + 1, account.time_zone) as ends_at
    from account
    cross join began
    cross join lateral generate_series(
      -- The last closed day at least: that says that the account has been looked after.
      0, least($3::int, greatest(1, coalesce(account.last_day - (began.at at time zone account.time_zone)::date, 1)))
    ) as ago (n)
  ),
  due as (
    select days.*
    from days
    where days.starts_at < days.ends_at and days.ends_at <= $2
      and not exists (select from rollup_days where rollup_days.account_id = $1 and rollup_days.day = days.day)
  )
  select account.time_zone,
         coalesce(array_agg(due.day::text order by due.day) filter (where due.day is not null), '{}') as days,
         coalesce(array_agg((extract(epoch from due.starts_at) * 1000)::float8 order by due.day) filter (where due.day is not null), '{}') as starts,
         coalesce(array_agg((extract(epoch from due.ends_at) * 1000)::float8 order by due.day) filter (where due.day is not null), '{}') as ends
  from account
  left join due on true
  group by account.time_zone`;

/** Counts the days anew, and the weeks that are whole with them. They must not be rolled up yet. */
export async function rollUp(database: Database, accountId: string, { time_zone, days, starts, ends }: DaysToRollUp): Promise<void> {
  const stretches = [accountId, days, starts, ends];
  await database.query(ROLL_UP_DOMAINS, [...stretches, BUCKET_BOUNDS]);
  await database.query(ROLL_UP_SESSIONS, stretches);
  await database.query(ROLL_UP_FLOWS, stretches);
  await database.query(ROLL_UP_ENTRIES, [...stretches, time_zone]);
  await database.query(
    `insert into rollup_days (account_id, day, starts_at, ends_at, time_zone)
     select $1, days.day, days.starts_at, days.ends_at, $5 from ${DAYS}`,
    [...stretches, time_zone],
  );
  await rollUpWeeks(database, accountId);
}

// The account comes out of the rows that are counted, so that a cluster counts and writes on the node that holds them, and
// nothing passes through another. A day without any has no row.
const DAYS = 'unnest($2::date[], $3::timestamptz[], $4::timestamptz[]) as days (day, starts_at, ends_at)';
const OF_THE_DAY = `sessions.account_id = $1 and ${inWindow('days.starts_at', 'days.ends_at')}`;

const ROLL_UP_DOMAINS = `
  insert into session_day_domain_stats (account_id, day, domain_key, ${named(DOMAIN_COUNTS)}, resolved_by_bucket)
  select stats.account_id, days.day, coalesce(stats.domain_key, ''), ${named(DOMAIN_COUNTS, 'stats')}, timings.resolved_by_bucket
  from ${DAYS}
  cross join lateral (
    select sessions.account_id, sessions.domain_key, ${counted(DOMAIN_COUNTS)}
    from sessions
    where ${OF_THE_DAY}
    group by sessions.account_id, sessions.domain_key
  ) as stats
  left join lateral (
    select timed.domain_key, ${BUCKETS} as resolved_by_bucket
    from (
      select sessions.domain_key, ${resolutionBucketSql('$5')} as bucket, count(*)::int as sessions
      from sessions
      where ${OF_THE_DAY} and ${IN_STATUS.resolved}
      group by sessions.domain_key, bucket
    ) as timed
    ${BYTE_SIZED_PARTS}
    group by timed.domain_key
  ) as timings on timings.domain_key is not distinct from stats.domain_key
  order by days.day, stats.domain_key`;

const ROLL_UP_FLOWS = `
  insert into session_day_flow_stats (account_id, day, flow_id, ${named(FLOW_COUNTS)})
  select stats.account_id, days.day, stats.flow_id, ${named(FLOW_COUNTS, 'stats')}
  from ${DAYS}
  cross join lateral (
    select sessions.account_id, sessions.matched_flow_id as flow_id, ${counted(FLOW_COUNTS)}
    from sessions
    where ${OF_THE_DAY} and ${MATCHED}
    group by sessions.account_id, sessions.matched_flow_id
  ) as stats
  order by days.day, stats.flow_id`;

const DAY_COUNTS = { ...DOMAIN_COUNTS, ...FUNNEL_COUNTS, ...ENDED_COUNTS };
// The buckets are those of the day's domains, which stand there by now, in sum: that is less than the sessions once more.
const ROLL_UP_SESSIONS = `
  insert into session_day_stats (account_id, day, ${named(DAY_COUNTS)}, resolved_by_bucket)
  select stats.account_id, days.day, ${named(DAY_COUNTS, 'stats')}, timings.resolved_by_bucket
  from ${DAYS}
  cross join lateral (
    select sessions.account_id, ${counted(DAY_COUNTS)} from sessions where ${OF_THE_DAY} group by sessions.account_id
  ) as stats
  cross join lateral (
    select ${BUCKETS} as resolved_by_bucket
    from (
      select ${countedBefore('domains')}
      where domains.account_id = $1 and domains.day = days.day
      group by bucket
    ) as timed
    ${BYTE_SIZED_PARTS}
  ) as timings
  order by days.day`;

// An instant's day is the last one that has begun by then: where clocks are set back over midnight, they read the day
// before once more.
const ROLL_UP_ENTRIES = `
  insert into psa_day_stats (account_id, day, previous_day, ${named(ENTRY_COUNTS)})
  select stats.account_id, days.day, stats.previous_day, ${named(ENTRY_COUNTS, 'stats')}
  from ${DAYS}
  cross join lateral (
    select psa_activity_logs.account_id, coalesce(previous.day, '-infinity') as previous_day, ${counted(ENTRY_COUNTS)}
    from psa_activity_logs
    left join lateral (
      select case when local_day_start(earlier.date + 1, $5) <= earlier.created_at then earlier.date + 1 else earlier.date end as day
      from (
        select before.created_at, (before.created_at at time zone $5)::date as date
        from psa_activity_logs as before
        where before.account_id = $1 and before.session_id = psa_activity_logs.session_id
          and before.activity_type = 'time_entry_posted'
          and (before.created_at, before.id) < (psa_activity_logs.created_at, psa_activity_logs.id)
        order by before.created_at desc, before.id desc
        limit 1
      ) as earlier
    ) as previous on true
    where ${entriesWithin('days.starts_at', 'days.ends_at')}
    group by psa_activity_logs.account_id, previous_day
  ) as stats
  order by days.day, stats.previous_day`;
