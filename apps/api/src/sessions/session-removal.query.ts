import type { Database } from '../database/database.js';
import { noteLateEntries, noteLateWrites } from '../late-writes/index.js';
import type { SessionRecord } from './session-record.js';

/** Deletes a session that is locked. What was pushed to the PSA has happened: it stays, of no session. */
export async function deleteSession(database: Database, accountId: string, { id, created_at }: SessionRecord, now: Date): Promise<void> {
  await noteLateWrites(database, accountId, [created_at], now);
  await noteLateEntries(database, accountId, await database.query(ENTRIES, [accountId, id]), now);
  for (const statement of [
    'update psa_activity_logs set session_id = null where psa_activity_logs.account_id = $1 and psa_activity_logs.session_id = $2',
    'update psa_pushes set session_id = null where psa_pushes.account_id = $1 and psa_pushes.session_id = $2',
    'delete from session_events where session_events.account_id = $1 and session_events.session_id = $2',
    'delete from sessions where sessions.account_id = $1 and sessions.id = $2',
  ]) {
    await database.query(statement, [accountId, id]);
  }
}

const ENTRIES = `
  select psa_activity_logs.session_id, psa_activity_logs.created_at
  from psa_activity_logs
  where psa_activity_logs.account_id = $1 and psa_activity_logs.session_id = $2
    and psa_activity_logs.activity_type = 'time_entry_posted'`;
