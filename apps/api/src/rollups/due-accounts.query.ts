import type { Database } from '../database/database.js';

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

/** SQL: the moment $1, or the database's own if that is earlier: a clock that runs ahead must not close a day. */
export const EARLIER_NOW = 'least($1::timestamptz, now())';

export async function earlierNow(database: Database, now: Date): Promise<Date> {
  const [row] = await database.prepared<{ now: Date }>(`select ${EARLIER_NOW} as now`, [now]);
  return row?.now ?? now;
}

/** A day that is rolled up, to its end or to an hour of it. */
interface RolledDay extends ClosedDay {
  ends_at: Date;
  whole: boolean;
  /** Whether it had many sessions. */
  is_busy: boolean;
}

/** What is rolled up from the day on, and the busy ones of so many days before. */
export function selectRolledDays(database: Database, since: string, busyDays: number, busyFrom: number): Promise<RolledDay[]> {
  return database.query(
    `select rollup_days.account_id, rollup_days.time_zone, rollup_days.day::text as day, rollup_days.ends_at, rollup_days.whole,
            coalesce(stats.sessions >= $3, false) as is_busy
     from rollup_days
     left join session_day_stats as stats on stats.account_id = rollup_days.account_id and stats.day = rollup_days.day
     where rollup_days.day >= $1::date - $2::int and (rollup_days.day >= $1::date or stats.sessions >= $3)`,
    [since, busyDays, busyFrom],
  );
}

/** When what was written late is counted: where few writes are noted; else once none was for a while, or the first one long ago. */
interface LateRule {
  fewNotes: number;
  quietMs: number;
  patienceMs: number;
}

/** Accounts of which a day that is rolled up was written to since, those with most notes first, so that none of them is begun last. */
export function selectLateAccounts(database: Database, { fewNotes, quietMs, patienceMs }: LateRule): Promise<{ account_id: string }[]> {
  return database.query(LATE_ACCOUNTS, [quietMs, patienceMs, fewNotes]);
}

/** SQL: the first id that could be made so many milliseconds ago, by the clock that all processes share. */
function idMadeAgo(milliseconds: string): string {
  const made = `(extract(epoch from now()) * 1000)::bigint - ${milliseconds}::bigint`;
  return `rpad(lpad(to_hex(${made}), 12, '0'), 32, '0')::uuid`;
}

// From a note to the day that it lies in, and no further than the first: each of an account's days is one to look at the other
// way round. No zone's date is more than one away from that of UTC.
const LATE_ACCOUNTS = `
  select settled.account_id
  from (
    select rollup_invalidations.account_id, count(*) as notes
    from rollup_invalidations
    group by rollup_invalidations.account_id
    having count(*) <= $3 or not bool_or(rollup_invalidations.id > ${idMadeAgo('$1')}) or bool_or(rollup_invalidations.id < ${idMadeAgo('$2')})
  ) as settled
  where exists (
    select from rollup_invalidations
    join rollup_days on rollup_days.account_id = rollup_invalidations.account_id
      and rollup_days.day >= (rollup_invalidations.created_at at time zone 'UTC')::date - 1
      and rollup_days.day <= (rollup_invalidations.created_at at time zone 'UTC')::date + 1
      and rollup_days.starts_at <= rollup_invalidations.created_at
      and rollup_days.ends_at > rollup_invalidations.created_at
    where rollup_invalidations.account_id = settled.account_id
  )
  order by settled.notes desc`;
