/** A statement over the tables of all accounts, and why it does not ask one account at a time. */
export interface SpanningStatement {
  reason: string;
  /** As it is sent, whatever the space between its words. */
  sql: string;
}

/**
 * The only ones. All are asked by a clock and not by a person, and all but the last answer accounts, whose work is then done
 * one by one. To ask each account on its own would cost as many statements a second as there are accounts.
 */
export const SPANNING_STATEMENTS: readonly SpanningStatement[] = [
  {
    reason: 'Finds the accounts with an import that nobody works on.',
    sql: `select imports.account_id from imports
          where imports.state in ('pending', 'running') and (imports.lease_until is null or imports.lease_until < now())`,
  },
  {
    reason: 'Finds the accounts with pushes whose time has come.',
    sql: `select distinct pushes.account_id
          from psa_pushes as pushes
          left join psa_connections as connections on connections.account_id = pushes.account_id
          where pushes.state in ('pending', 'unknown') and pushes.next_attempt_at <= $1
            and (connections.paused_until is null or connections.paused_until <= $1)`,
  },
  {
    reason: 'Finds the accounts of which yesterday, or today up to the last closed hour, is not counted yet. What it joins lies together by account.',
    sql: `select rollup_days.account_id, rollup_days.time_zone, rollup_days.day::text as day, rollup_days.ends_at, rollup_days.whole,
                 coalesce(stats.sessions >= $3, false) as is_busy
          from rollup_days
          left join session_day_stats as stats on stats.account_id = rollup_days.account_id and stats.day = rollup_days.day
          where rollup_days.day >= $1::date - $2::int and (rollup_days.day >= $1::date or stats.sessions >= $3)`,
  },
  {
    reason: 'Finds the accounts of which counted days were written to since. All it joins lies together by account.',
    sql: `select settled.account_id
          from (
            select rollup_invalidations.account_id, count(*) as notes
            from rollup_invalidations
            group by rollup_invalidations.account_id
            having count(*) <= $3 or not bool_or(rollup_invalidations.id > rpad(lpad(to_hex((extract(epoch from now()) * 1000)::bigint - $1::bigint), 12, '0'), 32, '0')::uuid)
              or bool_or(rollup_invalidations.id < rpad(lpad(to_hex((extract(epoch from now()) * 1000)::bigint - $2::bigint), 12, '0'), 32, '0')::uuid)
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
          order by settled.notes desc`,
  },
  {
    reason: 'Of one server only, before its statistics know of any session: on a cluster the table is empty where this is asked.',
    sql: 'analyze sessions',
  },
];
