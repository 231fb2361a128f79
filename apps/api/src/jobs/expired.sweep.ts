import { Injectable } from '@nestjs/common';

import { Database } from '../database/database.js';
import { Clock } from '../time/clock.js';
import type { JobResult } from './job-definition.js';

const KEPT_IDEMPOTENCY_KEYS_MS = 24 * 60 * 60 * 1000;

/** Deletes what has served its time: log-ins that ran out, keys of retries. Sessions are kept for ever. */
@Injectable()
export class ExpiredSweep {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(accountId: string): Promise<JobResult> {
    const now = this.clock.now();
    const tokens = await this.count(
      `delete from refresh_tokens using users
        where users.id = refresh_tokens.user_id and users.account_id = $1 and refresh_tokens.expires_at < $2`,
      [accountId, now],
    );
    const keys = await this.count(
      'delete from idempotency_keys where idempotency_keys.account_id = $1 and idempotency_keys.created_at < $2',
      [accountId, new Date(now.getTime() - KEPT_IDEMPOTENCY_KEYS_MS)],
    );
    return { refresh_tokens: tokens, idempotency_keys: keys };
  }

  /** The log-ins of operators, who belong to no account. */
  async runShared(): Promise<JobResult> {
    const tokens = await this.count(
      `delete from refresh_tokens using users
        where users.id = refresh_tokens.user_id and users.account_id is null and refresh_tokens.expires_at < $1`,
      [this.clock.now()],
    );
    return { refresh_tokens: tokens };
  }

  private async count(deletion: string, parameters: unknown[]): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      `with deleted as (${deletion} returning 1) select count(*)::int as count from deleted`,
      parameters,
    );
    return row?.count ?? 0;
  }
}
