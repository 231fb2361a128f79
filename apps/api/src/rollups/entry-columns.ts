import { UNATTRIBUTED } from '../psa/index.js';

/** What a rollup keeps of a group of time entries, in SQL. */
export const ENTRY_COUNTS = {
  entries: 'count(*)::int',
  unattributed: `(count(*) filter (where ${UNATTRIBUTED}))::int`,
  hour_parts: 'coalesce(sum(psa_activity_logs.hours_logged) * 10000, 0)::bigint',
} as const;

/** SQL: time entries of the account $1 whose `created_at` lies in the half-open stretch. */
export function entriesWithin(from: string, to: string): string {
  return `psa_activity_logs.account_id = $1
          and psa_activity_logs.created_at >= ${from} and psa_activity_logs.created_at < ${to}
          and psa_activity_logs.activity_type = 'time_entry_posted'`;
}

/**
 * SQL: the time entries of a session of the account $1, few as they are, found by the session. Who asks on asks of these: with a
 * time in reach PostgreSQL may find it cheaper to look through all entries of the account for each session.
 */
export function entriesOfSession(session: string): string {
  return `
    select log.created_at, log.id
    from psa_activity_logs as log
    where log.account_id = $1 and log.session_id = ${session} and log.activity_type = 'time_entry_posted'
    offset 0`;
}
