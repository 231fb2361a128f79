import { Injectable } from '@nestjs/common';

import { Database } from '../../database/database.js';
import type { RetryKey } from './idempotency-key.js';

export interface KeptAnswerRow {
  request_hash: Buffer;
  /** Both null while the request is at work. */
  status: number | null;
  response: Buffer | null;
}

/** Keys and the answers kept under them. */
@Injectable()
export class IdempotencyKeyQuery {
  constructor(private readonly database: Database) {}

  /**
   * Whether the key is now this request's. Waits for a transaction that has just taken it. A key that was kept
   * since before `keptSince` is free again, and so is one whose request gave no sign of life since `aliveSince`.
   */
  async take(retry: RetryKey, requestHash: Buffer, now: Date, keptSince: Date, aliveSince: Date): Promise<boolean> {
    const rows = await this.database.query(
      `insert into idempotency_keys (account_id, principal_id, key, request_hash, created_at)
       values ($1, $2, $3, $4, $5)
       on conflict (account_id, principal_id, key) do update
         set request_hash = excluded.request_hash, status = null, response = null, created_at = excluded.created_at
         where idempotency_keys.created_at <= $6
            or (idempotency_keys.status is null and idempotency_keys.created_at <= $7)
       returning 1`,
      [retry.accountId, retry.principalId, retry.key, requestHash, now, keptSince, aliveSince],
    );
    return rows.length > 0;
  }

  async find(retry: RetryKey): Promise<KeptAnswerRow | undefined> {
    const rows = await this.database.query<KeptAnswerRow>(
      `select idempotency_keys.request_hash, idempotency_keys.status, idempotency_keys.response
       from idempotency_keys
       where idempotency_keys.account_id = $1
         and idempotency_keys.principal_id = $2
         and idempotency_keys.key = $3`,
      [retry.accountId, retry.principalId, retry.key],
    );
    return rows[0];
  }

  async keep(retry: RetryKey, requestHash: Buffer, status: number, response: Buffer): Promise<void> {
    await this.database.query(
      `update idempotency_keys
       set request_hash = $4, status = $5, response = $6
       where idempotency_keys.account_id = $1
         and idempotency_keys.principal_id = $2
         and idempotency_keys.key = $3`,
      [retry.accountId, retry.principalId, retry.key, requestHash, status, response],
    );
  }

  /** Says that the request which took the key is still at work. */
  async renew(retry: RetryKey, now: Date): Promise<void> {
    await this.database.query(
      `update idempotency_keys
       set created_at = $4
       where idempotency_keys.account_id = $1
         and idempotency_keys.principal_id = $2
         and idempotency_keys.key = $3
         and idempotency_keys.status is null`,
      [retry.accountId, retry.principalId, retry.key, now],
    );
  }

  async free(retry: RetryKey): Promise<void> {
    await this.database.query(
      `delete from idempotency_keys
       where idempotency_keys.account_id = $1
         and idempotency_keys.principal_id = $2
         and idempotency_keys.key = $3
         and idempotency_keys.status is null`,
      [retry.accountId, retry.principalId, retry.key],
    );
  }
}
