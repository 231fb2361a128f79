import type { Database } from '../database/database.js';
import { noteLateWrites } from './late-writes.query.js';
import { lateTimes } from './late-writes.js';

/** A time entry that was written, or is about to leave its session. */
export interface WrittenEntry {
  session_id: string | null;
  created_at: Date;
}

/**
 * Notes which days written time entries have changed that rollups may hold: their own, and those of the entries of the same
 * sessions that follow them, whose previous entry is another now. Must run in the writing transaction, while the
 * entries are of these sessions: after a write, before a removal.
 */
export async function noteLateEntries(database: Database, accountId: string, written: readonly WrittenEntry[], now: Date): Promise<void> {
  const late = lateTimes(written.map(({ created_at }) => created_at), now);
  if (late.length === 0) return;
  const sessions = [...new Set(written.flatMap(({ session_id }) => session_id ?? []))];
  // Who writes entries of the same session meanwhile waits, and sees ours.
  await database.query(LOCK_SESSIONS, [accountId, sessions]);
  const since = new Date(Math.min(...late.map((time) => time.getTime())));
  const following = await database.query<{ created_at: Date }>(ENTRIES_SINCE, [accountId, sessions, since]);
  await noteLateWrites(database, accountId, [...late, ...following.map(({ created_at }) => created_at)], now);
}

const LOCK_SESSIONS = `
  select sessions.id
  from sessions
  where sessions.account_id = $1 and sessions.id = any($2::uuid[])
  order by sessions.id
  for no key update`;

const ENTRIES_SINCE = `
  select psa_activity_logs.created_at
  from psa_activity_logs
  where psa_activity_logs.account_id = $1 and psa_activity_logs.session_id = any($2::uuid[])
    and psa_activity_logs.activity_type = 'time_entry_posted' and psa_activity_logs.created_at >= $3`;
