import type { Database } from '../../database/database.js';
import type { StoredPush } from './push-payload.js';

/** A push that this process alone may send until its lease ends. */
export interface ClaimedPush extends StoredPush {
  account_id: string;
  session_id: string | null;
  user_id: string | null;
  attempts: number;
  attempt_limit: number;
  /** Fencing: every claim of the push has a higher one, and only the latest may write. */
  claim: number;
  /** Since when the PSA may hold an entry that nobody knows of; null when it cannot. */
  maybe_sent_at: Date | null;
  /** A status push with time entries of its session behind it. */
  before_time: boolean;
}

export interface Lease {
  /** Outlasts the longest request. */
  leaseMs: number;
  /** What a request of a dead process is given to arrive. */
  quietMs: number;
}

/**
 * Accounts with pushes whose time has come. The one question that spans accounts; whether a push may go is asked
 * within its account.
 */
export async function selectDueAccounts(database: Database, now: Date): Promise<string[]> {
  const rows = await database.query<{ account_id: string }>(
    `select distinct pushes.account_id
     from psa_pushes as pushes
     left join psa_connections as connections on connections.account_id = pushes.account_id
     where pushes.state in ('pending', 'unknown') and pushes.next_attempt_at <= $1
       and (connections.paused_until is null or connections.paused_until <= $1)`,
    [now],
  );
  return rows.map((row) => row.account_id);
}

/**
 * Claims up to `limit` pushes of the account: those due that no other process holds and no earlier push of the same
 * session holds back; none as long as its PSA has asked to be left alone. A dead process's lease ends with the quiet time after it, if it may have sent something.
 * Leases go by the database's clock, which all processes share.
 */
export function claimPushes(
  database: Database,
  accountId: string,
  { now, limit, leaseMs, quietMs }: Lease & { now: Date; limit: number },
): Promise<ClaimedPush[]> {
  return database.query<ClaimedPush>(
    `with heads as (
       select pushes.id
       from psa_pushes as pushes
       where pushes.account_id = $1
         and pushes.state in ('pending', 'unknown')
         and pushes.next_attempt_at <= $2
         and (
           pushes.lease_until is null
           or pushes.lease_until + case when pushes.maybe_sent_at is null then 0 else $5 end * interval '1 ms' < now()
         )
         and not exists (
           select from psa_pushes as earlier
           where earlier.account_id = $1 and earlier.stream_id = pushes.stream_id
             and earlier.position < pushes.position and earlier.state in ('pending', 'unknown', 'failed')
         )
         and not exists (
           select from psa_connections as connections
           where connections.account_id = $1 and connections.paused_until > $2
         )
       order by pushes.next_attempt_at
       limit $3
       for no key update skip locked
     )
     update psa_pushes as pushes
     set claim = pushes.claim + 1, attempts = pushes.attempts + 1, lease_until = now() + $4 * interval '1 ms'
     from heads
     where pushes.account_id = $1 and pushes.id = heads.id
     returning pushes.account_id, pushes.id, pushes.session_id, pushes.user_id, pushes.psa_ticket_id,
               pushes.payload, pushes.attempts, pushes.attempt_limit, pushes.claim, pushes.maybe_sent_at,
               pushes.kind = 'status' and exists (
                 select from psa_pushes as later
                 where later.account_id = $1 and later.stream_id = pushes.stream_id
                   and later.position > pushes.position and later.kind = 'time_entry'
                   and later.state in ('pending', 'unknown')
               ) as before_time`,
    [accountId, now, limit, leaseMs, quietMs],
  );
}

/**
 * Notes, right before a request goes out, that from now on the PSA may hold the entry, and starts the lease anew; a
 * lease that ran out is good for that as long as nobody else has claimed. False when the claim is lost: nothing may
 * be sent.
 */
export async function noteSending(
  database: Database,
  { account_id, id, claim }: ClaimedPush,
  now: Date,
  leaseMs: number,
): Promise<boolean> {
  const rows = await database.query(
    `update psa_pushes as pushes
     set maybe_sent_at = $4, lease_until = now() + $5 * interval '1 ms'
     where pushes.account_id = $1 and pushes.id = $2 and pushes.claim = $3
       and pushes.state in ('pending', 'unknown')
     returning pushes.id`,
    [account_id, id, claim, now, leaseMs],
  );
  return rows.length > 0;
}

/** Starts the lease of a claim anew, unless the claim has ended or is lost. */
export async function renewLease(
  database: Database,
  { account_id, id, claim }: ClaimedPush,
  leaseMs: number,
): Promise<void> {
  await database.query(
    `update psa_pushes as pushes
     set lease_until = now() + $4 * interval '1 ms'
     where pushes.account_id = $1 and pushes.id = $2 and pushes.claim = $3
       and pushes.state in ('pending', 'unknown') and pushes.lease_until is not null`,
    [account_id, id, claim, leaseMs],
  );
}

/** Puts a claimed push behind the others of its session, as if it had not been claimed. */
export async function moveBehind(database: Database, push: ClaimedPush): Promise<void> {
  await database.transaction(async () => {
    await lockSession(database, push);
    await database.query(
      `update psa_pushes as pushes
       set position = (
             select max(others.position) + 1 from psa_pushes as others
             where others.account_id = $1 and others.stream_id = pushes.stream_id
           ),
           attempts = pushes.attempts - 1, lease_until = null
       where pushes.account_id = $1 and pushes.id = $2 and pushes.claim = $3`,
      [push.account_id, push.id, push.claim],
    );
  });
}

/** Positions within a session are given out under its lock. */
async function lockSession(database: Database, push: ClaimedPush): Promise<void> {
  await database.query(
    'select from sessions where sessions.account_id = $1 and sessions.id = $2 for no key update',
    [push.account_id, push.session_id],
  );
}
