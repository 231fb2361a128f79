import { Injectable } from '@nestjs/common';
import { NIL as NO_ACCOUNT } from 'uuid';

import { Database } from '../database/database.js';
import { Clock } from '../time/clock.js';
import type { JobResult } from './job-definition.js';

/** So long a link says that it has expired, and not that it is unknown. */
const KEPT_INVITATIONS_MS = 30 * 24 * 60 * 60 * 1000;
const KEPT_RETRY_KEYS_MS = 24 * 60 * 60 * 1000;
const KEPT_FILES_MS = 24 * 60 * 60 * 1000;

/** Deletes what has served its time: log-ins and invitations that ran out, keys of retries, files. Sessions stay. */
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
      imported_files: await this.sweepFiles(accountId),
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

  /** Of imports that were checked and never started, or whose upload broke off when the server was killed. */
  private async sweepFiles(accountId: string): Promise<number> {
    const tooOld = [accountId, new Date(this.clock.now().getTime() - KEPT_FILES_MS)];
    await this.database.query(
      `update imports set state = 'cancelled', lease_until = null, finished_at = coalesce(imports.finished_at, $2)
        where imports.account_id = $1 and imports.created_at < $2 and imports.state in ('receiving', 'checked')`,
      tooOld,
    );
    return this.count(
      `delete from import_chunks using imports
        where import_chunks.account_id = $1 and imports.account_id = $1 and imports.id = import_chunks.import_id
          and imports.created_at < $2 and imports.state not in ('pending', 'running')`,
      tooOld,
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
