import type { Database } from '../database/database.js';

/** Deletes a session that is locked. What was pushed to the PSA has happened: it stays, of no session. */
export async function deleteSession(database: Database, accountId: string, id: string): Promise<void> {
  for (const statement of [
    'update psa_activity_logs set session_id = null where psa_activity_logs.account_id = $1 and psa_activity_logs.session_id = $2',
    'update psa_pushes set session_id = null where psa_pushes.account_id = $1 and psa_pushes.session_id = $2',
    'delete from session_events where session_events.account_id = $1 and session_events.session_id = $2',
    'delete from sessions where sessions.account_id = $1 and sessions.id = $2',
  ]) {
    await database.query(statement, [accountId, id]);
  }
}
