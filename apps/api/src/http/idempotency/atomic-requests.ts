import { Injectable } from '@nestjs/common';

import { Database } from '../../database/database.js';
import type { RetryKey } from './idempotency-key.js';
import { type Answer, KeptAnswers } from './kept-answers.js';

/** What a request with a key gets: the answer of the first one, whether that was this one or an earlier one. */
export interface OnceAnswered extends Answer {
  replayed: boolean;
}

@Injectable()
export class AtomicRequests {
  constructor(
    private readonly database: Database,
    private readonly answers: KeptAnswers,
  ) {}

  /**
   * Runs `work` and keeps its answer in the same transaction. The key is taken first: a retry that overtakes the
   * first request waits at the unique constraint, and gets its turn if the first one fails.
   */
  once(retry: RetryKey, requestHash: Buffer, work: () => Promise<Answer>): Promise<OnceAnswered> {
    return this.database.transaction(async () => {
      if (!(await this.answers.take(retry, requestHash))) {
        return { ...this.answers.reopen(retry, await this.answers.find(retry), requestHash), replayed: true };
      }
      const answer = await work();
      await this.answers.keep(retry, requestHash, answer);
      return { ...answer, replayed: false };
    });
  }
}
