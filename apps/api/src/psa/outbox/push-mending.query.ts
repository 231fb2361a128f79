import type { Database } from '../../database/database.js';

export interface Mending {
  now: Date;
  /** Further attempts that are made by themselves. */
  attempts: number;
  quietMs: number;
}

/**
 * What may have been sent is looked up first, and not before the quiet time after it is over. In UTC, where the sum does
 * not depend on the zone of the session: a cluster changes rows by nothing else.
 */
const MADE_DUE = `
  state = case when pushes.maybe_sent_at is null then 'pending' else 'unknown' end,
  next_attempt_at = greatest($3, (pushes.maybe_sent_at at time zone 'UTC' + $5 * interval '1 ms') at time zone 'UTC'),
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

/**
 * Gives an open push up, unless it is being sent at this moment, or is still to be looked up: the PSA may hold what it
 * is about to be logged again for. Without a connection nobody will ever look.
 */
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
       and (
         pushes.maybe_sent_at is null or pushes.state = 'failed'
         or not exists (select from psa_connections as connections where connections.account_id = $1)
       )
     returning pushes.id`,
    [accountId, id, now, by, reason],
  );
  return rows.length > 0;
}

/** When a push that is open and not being sent is looked up because the PSA may hold it; otherwise nothing. */
export async function selectLookUpTime(database: Database, accountId: string, id: string): Promise<Date | undefined> {
  const [row] = await database.query<{ looked_up_at: Date }>(
    `select greatest(pushes.next_attempt_at, connections.paused_until) as looked_up_at
     from psa_pushes as pushes
     join psa_connections as connections on connections.account_id = pushes.account_id
     where pushes.account_id = $1 and pushes.id = $2 and pushes.state in ('pending', 'unknown')
       and pushes.maybe_sent_at is not null and (pushes.lease_until is null or pushes.lease_until < now())`,
    [accountId, id],
  );
  return row?.looked_up_at;
}
