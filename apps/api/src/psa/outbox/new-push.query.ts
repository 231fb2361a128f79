import type { Database } from '../../database/database.js';
import type { PushPayload } from './push-payload.js';

export interface PushableSession {
  id: string;
  user_id: string | null;
  psa_ticket_id: string | null;
  has_time_entry: boolean;
  created_at: Date;
}

/** The session, if the actor may see it, kept until the transaction ends: its pushes get their places one by one. */
export async function lockPushableSession(
  database: Database,
  accountId: string,
  id: string,
  ownerId: string | null,
): Promise<PushableSession | undefined> {
  const [row] = await database.query<PushableSession>(
    `select sessions.id, sessions.user_id, sessions.psa_ticket_id, sessions.has_time_entry, sessions.created_at
     from sessions
     where sessions.account_id = $1 and sessions.id = $2 and ($3::uuid is null or sessions.user_id = $3)
     for no key update`,
    [accountId, id, ownerId],
  );
  return row;
}

export interface NewPush {
  accountId: string;
  id: string;
  sessionId: string;
  ticketId: string;
  payload: PushPayload;
  userId: string | null;
  createdBy: string | null;
  attemptLimit: number;
  now: Date;
}

/** Puts the push behind all others of its session, which the caller has locked. */
export async function insertPush(database: Database, push: NewPush): Promise<void> {
  await database.query(
    `insert into psa_pushes
       (account_id, id, session_id, stream_id, position, kind, payload, psa_ticket_id, state, user_id, created_by,
        attempt_limit, next_attempt_at, created_at, updated_at)
     select $1, $2, $3, $3, coalesce(max(pushes.position), 0) + 1, $4, $5, $6, 'pending', $7, $8, $9, $10, $10, $10
     from psa_pushes as pushes
     where pushes.account_id = $1 and pushes.stream_id = $3`,
    [
      push.accountId,
      push.id,
      push.sessionId,
      push.payload.kind,
      JSON.stringify(push.payload),
      push.ticketId,
      push.userId,
      push.createdBy,
      push.attemptLimit,
      push.now,
    ],
  );
}

/** A time entry of the session that is on its way, or that somebody has to mend. */
export async function selectOpenTimePush(database: Database, accountId: string, sessionId: string): Promise<string | null> {
  const [row] = await database.query<{ id: string }>(
    `select pushes.id
     from psa_pushes as pushes
     where pushes.account_id = $1 and pushes.stream_id = $2 and pushes.kind = 'time_entry'
       and pushes.state in ('pending', 'unknown', 'failed')
     limit 1`,
    [accountId, sessionId],
  );
  return row?.id ?? null;
}
