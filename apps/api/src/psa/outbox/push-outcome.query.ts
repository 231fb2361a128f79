import type { PsaErrorKind } from '@flowpilot/metrics';

import type { Database } from '../../database/database.js';
import type { PostedEntry } from '../provider/psa-work.js';
import type { ClaimedPush } from './push-claims.query.js';

/** The session that the push belongs to now, or undefined when the claim is lost: the outcome is another's to tell. */
export async function markSent(
  database: Database,
  { account_id, id, claim }: ClaimedPush,
  { entryId }: PostedEntry,
  now: Date,
): Promise<{ session_id: string | null } | undefined> {
  const [row] = await database.query<{ session_id: string | null }>(
    `update psa_pushes as pushes
     set state = 'sent', sent_at = $5, updated_at = $5, psa_entry_id = $4, next_attempt_at = null, lease_until = null,
         maybe_sent_at = null, last_error = null, last_error_kind = null
     where pushes.account_id = $1 and pushes.id = $2 and pushes.claim = $3 and pushes.state in ('pending', 'unknown')
     returning pushes.session_id`,
    [account_id, id, claim, entryId, now],
  );
  return row;
}

/** What an activity is made of. */
export type EndedPush = Pick<ClaimedPush, 'account_id' | 'id' | 'session_id' | 'user_id' | 'psa_ticket_id' | 'payload'>;

/** The push, if it was given up, as one that was sent after all. */
export async function markAdopted(
  database: Database,
  accountId: string,
  id: string,
  { entryId }: PostedEntry,
  now: Date,
): Promise<EndedPush | undefined> {
  const [row] = await database.query<EndedPush>(
    `update psa_pushes as pushes
     set state = 'sent', sent_at = $4, updated_at = $4, psa_entry_id = $3, next_attempt_at = null,
         maybe_sent_at = null, last_error = null, last_error_kind = null, dismissed_at = null, dismissed_by = null,
         dismiss_reason = null
     where pushes.account_id = $1 and pushes.id = $2 and pushes.state in ('failed', 'dismissed')
     returning pushes.account_id, pushes.id, pushes.session_id, pushes.user_id, pushes.psa_ticket_id, pushes.payload`,
    [accountId, id, entryId, now],
  );
  return row;
}

export async function linkActivity(database: Database, accountId: string, id: string, activityId: string): Promise<void> {
  await database.query(
    'update psa_pushes as pushes set activity_id = $3 where pushes.account_id = $1 and pushes.id = $2',
    [accountId, id, activityId],
  );
}

/** Whether the activity stands for another push already. */
export async function isActivityTaken(database: Database, accountId: string, activityId: string): Promise<boolean> {
  const rows = await database.query(
    'select from psa_pushes as pushes where pushes.account_id = $1 and pushes.activity_id = $2',
    [accountId, activityId],
  );
  return rows.length > 0;
}

export interface FailedAttempt {
  kind: PsaErrorKind;
  /** In plain words. */
  message: string;
  /** Null: no further attempt is made by itself. */
  nextAttemptAt: Date | null;
  maybeSentAt: Date | null;
  now: Date;
}

/** Ends the claim, if it is still held. */
export async function markFailed(database: Database, push: ClaimedPush, failed: FailedAttempt): Promise<void> {
  await database.query(
    `update psa_pushes as pushes
     set state = case
           when $6::timestamptz is null then 'failed'
           when $7::timestamptz is not null then 'unknown'
           else 'pending'
         end,
         last_error = $4, last_error_kind = $5, next_attempt_at = $6, maybe_sent_at = $7, updated_at = $8,
         lease_until = null
     where pushes.account_id = $1 and pushes.id = $2 and pushes.claim = $3 and pushes.state in ('pending', 'unknown')`,
    [
      push.account_id,
      push.id,
      push.claim,
      failed.message,
      failed.kind,
      failed.nextAttemptAt,
      failed.maybeSentAt,
      failed.now,
    ],
  );
}

/** Leaves the account's PSA alone until then. */
export async function pauseAccount(database: Database, accountId: string, until: Date): Promise<void> {
  await database.query(
    `update psa_connections as connections
     set paused_until = greatest(connections.paused_until, $2)
     where connections.account_id = $1`,
    [accountId, until],
  );
}
