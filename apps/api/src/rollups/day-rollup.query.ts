import type { Database } from '../database/database.js';
import { inWindow, MATCHED } from '../sessions/index.js';
import { ENTRY_COUNTS, entriesOfSession, entriesWithin } from './entry-columns.js';
import { BUCKET_OF_EACH, counted, DOMAIN_COUNTS, ENDED_COUNTS, FLOW_COUNTS, FUNNEL_COUNTS, merged, named } from './session-columns.js';
import { rollUpWeeks } from './week-rollup.query.js';

/** Days of an account, by the clocks of the zone in which it lives now. */
export interface DaysToRollUp {
  time_zone: string;
  days: string[];
  starts: Date[];
  ends: Date[];
  /** Or only up to an hour that is closed. */
  whole: boolean[];
}

/** For the transaction: its statements are planned once, and not for each account, of which that takes a tenth of the time. */
export async function planOnce(database: Database): Promise<void> {
  // What PostgreSQL knows of the arrays makes each plan of its own look better than it is. Every table is read by a key that
  // begins with the account.
  // Citus plans what it routes by the account only once it knows which.
  await database.prepared(
    `select set_config('plan_cache_mode', 'force_generic_plan', true) where not exists (select from pg_extension where extname = 'citus')`,
  );
}

/** Counts the days anew, and the weeks that are whole with them. They must not be rolled up yet. */
export async function rollUp(database: Database, accountId: string, { time_zone, days, starts, ends, whole }: DaysToRollUp): Promise<void> {
  const stretches = [accountId, days, starts, ends];
  await database.prepared(ROLL_UP_DOMAINS, stretches);
  await database.prepared(ROLL_UP_SESSIONS, stretches);
  await database.prepared(ROLL_UP_FLOWS, stretches);
  await database.prepared(ROLL_UP_ENTRIES, [...stretches, time_zone]);
  await database.prepared(
    `insert into rollup_days (account_id, day, starts_at, ends_at, whole, time_zone)
     select $1, days.day, days.starts_at, days.ends_at, days.whole, $6
     from unnest($2::date[], $3::timestamptz[], $4::timestamptz[], $5::boolean[]) as days (day, starts_at, ends_at, whole)`,
    [...stretches, whole, time_zone],
  );
  await rollUpWeeks(database, accountId);
}

// The account comes out of the rows that are counted, so that a cluster counts and writes on the node that holds them, and
// nothing passes through another. A day without any has no row.
const DAYS = 'unnest($2::date[], $3::timestamptz[], $4::timestamptz[]) as days (day, starts_at, ends_at)';
const OF_THE_DAY = `sessions.account_id = $1 and ${inWindow('days.starts_at', 'days.ends_at')}`;

const ROLL_UP_DOMAINS = `
  insert into session_day_domain_stats (account_id, day, domain_key, ${named(DOMAIN_COUNTS)}, resolved_by_bucket)
  select stats.account_id, days.day, coalesce(stats.domain_key, ''), ${named(DOMAIN_COUNTS, 'stats')}, ${merged('stats.resolved_by_bucket')}
  from ${DAYS}
  cross join lateral (
    select sessions.account_id, sessions.domain_key, ${counted(DOMAIN_COUNTS)}, ${BUCKET_OF_EACH} as resolved_by_bucket
    from sessions
    where ${OF_THE_DAY}
    group by sessions.account_id, sessions.domain_key
  ) as stats
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
// The buckets are those of the day's domains, which stand there by now: that is less than the sessions once more.
const ROLL_UP_SESSIONS = `
  insert into session_day_stats (account_id, day, ${named(DAY_COUNTS)}, resolved_by_bucket)
  select stats.account_id, days.day, ${named(DAY_COUNTS, 'stats')}, ${merged('timings.resolved_by_bucket')}
  from ${DAYS}
  cross join lateral (
    select sessions.account_id, ${counted(DAY_COUNTS)} from sessions where ${OF_THE_DAY} group by sessions.account_id
  ) as stats
  cross join lateral (
    select string_agg(domains.resolved_by_bucket, ''::bytea) as resolved_by_bucket
    from session_day_domain_stats as domains
    where domains.account_id = $1 and domains.day = days.day
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
        select max(before.created_at) as created_at, (max(before.created_at) at time zone $5)::date as date
        from (${entriesOfSession('psa_activity_logs.session_id')}) as before
        where (before.created_at, before.id) < (psa_activity_logs.created_at, psa_activity_logs.id)
      ) as earlier
    ) as previous on true
    where ${entriesWithin('days.starts_at', 'days.ends_at')}
    group by psa_activity_logs.account_id, previous_day
  ) as stats
  order by days.day, stats.previous_day`;
