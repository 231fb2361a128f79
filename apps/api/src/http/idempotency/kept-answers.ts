import { Injectable } from '@nestjs/common';

import { Sealer } from '../../config/sealer.js';
import { Clock } from '../../time/clock.js';
import { Problem } from '../problem.js';
import type { RetryKey } from './idempotency-key.js';
import { IdempotencyKeyQuery, type KeptAnswerRow } from './idempotency-key.query.js';

const KEPT_MS = 24 * 3_600_000;
/** A request at work renews its key three times in this time; one that does not was killed. */
export const LEASE_MS = 15_000;

export interface Answer {
  status: number;
  body: unknown;
}

/** Answers by the key of their request, sealed: they may hold what is shown only once, as an API key. */
@Injectable()
export class KeptAnswers {
  constructor(
    private readonly query: IdempotencyKeyQuery,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  take(retry: RetryKey, requestHash: Buffer): Promise<boolean> {
    const now = this.clock.now();
    const before = (age: number) => new Date(now.getTime() - age);
    return this.query.take(retry, requestHash, now, before(KEPT_MS), before(LEASE_MS));
  }

  find(retry: RetryKey): Promise<KeptAnswerRow | undefined> {
    return this.query.find(retry);
  }

  async keep(retry: RetryKey, requestHash: Buffer, { status, body }: Answer): Promise<void> {
    const response = this.sealer.seal(JSON.stringify(body ?? null), purpose(retry));
    await this.query.keep(retry, requestHash, status, response);
  }

  /** @throws Problem `idempotency_mismatch` when the key belongs to another request */
  reopen(retry: RetryKey, row: KeptAnswerRow | undefined, requestHash: Buffer): Answer {
    if (!row?.response || row.status === null || !row.request_hash.equals(requestHash)) {
      throw new Problem('idempotency_mismatch', 'This Idempotency-Key was used with another request. Use a new one.');
    }
    return { status: row.status, body: JSON.parse(this.sealer.open(row.response, purpose(retry))) as unknown };
  }

  renew(retry: RetryKey): Promise<void> {
    return this.query.renew(retry, this.clock.now());
  }

  free(retry: RetryKey): Promise<void> {
    return this.query.free(retry);
  }
}

function purpose({ accountId, principalId, key }: RetryKey): string {
  return `answer ${accountId} ${principalId} ${key}`;
}
