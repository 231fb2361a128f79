import type { Database } from '../../database/database.js';

export interface Mending {
  now: Date;
  /** Further attempts that are made by themselves. */
  attempts: number;
  quietMs: number;
}

/** What may have been sent is looked up first, and not before the quiet time after it is over. */
const MADE_DUE = `
  state = case when pushes.maybe_sent_at is null then 'pending' else 'unknown' end,
  next_attempt_at = greatest($3, pushes.maybe_sent_at + $5 * interval '1 ms'),
  attempt_limit = pushes.attempts + $4, updated_at = $3`;

/** Makes an open push due. False when there is no such push, or none that is open. */
export async function retryPush(database: Database, accountId: string, id: string, mending: Mending): Promise<boolean> {
  const rows = await database.query(
    `update psa_pushes as pushes set ${MADE_DUE}
     where pushes.account_id = $1 and pushes.id = $2 and pushes.state in ('failed', 'pending', 'unknown')
     returning pushes.id`,
    [accountId, id, mending.now, mending.attempts, mending.quietMs],
  );
  return rows.length > 0;
}

/** Makes every failed push due; how many there were. */
export async function retryFailedPushes(database: Database, accountId: string, mending: Mending): Promise<number> {
  const rows = await database.query(
    `update psa_pushes as pushes set ${MADE_DUE}
     where pushes.account_id = $1 and pushes.state = $2
     returning pushes.id`,
    [accountId, 'failed', mending.now, mending.attempts, mending.quietMs],
  );
  return rows.length;
}

export interface Dismissal {
  reason: string;
  by: string | null;
  now: Date;
}

/** Gives an open push up, unless it is being sent at this moment. */
export async function dismissPush(
  database: Database,
  accountId: string,
  id: string,
  { reason, by, now }: Dismissal,
): Promise<boolean> {
  const rows = await database.query(
    `update psa_pushes as pushes
     set state = 'dismissed', dismissed_at = $3, dismissed_by = $4, dismiss_reason = $5, updated_at = $3,
         next_attempt_at = null
     where pushes.account_id = $1 and pushes.id = $2 and pushes.state in ('failed', 'pending', 'unknown')
       and (pushes.lease_until is null or pushes.lease_until < now())
     returning pushes.id`,
    [accountId, id, now, by, reason],
  );
  return rows.length > 0;
}
