import { Injectable } from '@nestjs/common';
import { NIL as NO_ACCOUNT } from 'uuid';

import { Database } from '../database/database.js';
import { Clock } from '../time/clock.js';
import type { JobResult } from './job-definition.js';

/** So long a link says that it has expired, and not that it is unknown. */
const KEPT_INVITATIONS_MS = 30 * 24 * 60 * 60 * 1000;
const KEPT_RETRY_KEYS_MS = 24 * 60 * 60 * 1000;

/** Deletes what has served its time: log-ins and invitations that ran out, keys of retries. Sessions are kept for ever. */
@Injectable()
export class ExpiredSweep {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(accountId: string): Promise<JobResult> {
    return {
      refresh_tokens: await this.sweepLogIns(accountId),
      invitations: await this.sweepInvitations(accountId),
      idempotency_keys: await this.sweepRetryKeys(accountId),
    };
  }

  /** What is left of operators, who belong to no account. */
  async runShared(): Promise<JobResult> {
    return { refresh_tokens: await this.sweepLogIns(null), idempotency_keys: await this.sweepRetryKeys(NO_ACCOUNT) };
  }

  private sweepLogIns(accountId: string | null): Promise<number> {
    return this.count(
      `delete from refresh_tokens using users
        where users.id = refresh_tokens.user_id and users.account_id is not distinct from $1::uuid
          and refresh_tokens.expires_at < $2`,
      [accountId, this.clock.now()],
    );
  }

  private sweepInvitations(accountId: string): Promise<number> {
    return this.count(
      `delete from invitations using users
        where users.id = invitations.user_id and users.account_id = $1 and invitations.expires_at < $2`,
      [accountId, new Date(this.clock.now().getTime() - KEPT_INVITATIONS_MS)],
    );
  }

  private sweepRetryKeys(accountId: string): Promise<number> {
    return this.count(
      'delete from idempotency_keys where idempotency_keys.account_id = $1 and idempotency_keys.created_at < $2',
      [accountId, new Date(this.clock.now().getTime() - KEPT_RETRY_KEYS_MS)],
    );
  }

  private async count(deletion: string, parameters: unknown[]): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      `with deleted as (${deletion} returning 1) select count(*)::int as count from deleted`,
      parameters,
    );
    return row?.count ?? 0;
  }
}
