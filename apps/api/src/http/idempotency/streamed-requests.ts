import type { Hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

import { Injectable } from '@nestjs/common';

import type { OnceAnswered } from './atomic-requests.js';
import type { RetryKey } from './idempotency-key.js';
import { type Answer, KeptAnswers, LEASE_MS } from './kept-answers.js';

const POLL_MS = 200;
/** Known only once the stream has been read. */
const NO_HASH = Buffer.alloc(0);

/**
 * Requests whose body is a stream of any length: too long for one transaction, and not known before it has passed.
 * The key is held by a lease that is renewed while the stream is at work.
 */
@Injectable()
export class StreamedRequests {
  constructor(private readonly answers: KeptAnswers) {}

  async once(
    retry: RetryKey,
    hash: Hash,
    body: Readable,
    work: (body: Readable) => Promise<Answer>,
  ): Promise<OnceAnswered> {
    for (;;) {
      if (await this.answers.take(retry, NO_HASH)) return this.first(retry, hash, body, work);
      const row = await this.answers.find(retry);
      if (row && row.status !== null) {
        await exhaust(hashed(body, hash));
        return { ...this.answers.reopen(retry, row, hash.digest()), replayed: true };
      }
      await sleep(POLL_MS);
    }
  }

  private async first(
    retry: RetryKey,
    hash: Hash,
    body: Readable,
    work: (body: Readable) => Promise<Answer>,
  ): Promise<OnceAnswered> {
    const renewal = setInterval(() => void this.answers.renew(retry).catch(() => undefined), LEASE_MS / 3);
    try {
      const answer = await work(Readable.from(hashed(body, hash), { objectMode: false }));
      await this.answers.keep(retry, hash.digest(), answer);
      return { ...answer, replayed: false };
    } catch (error) {
      await this.answers.free(retry);
      throw error;
    } finally {
      clearInterval(renewal);
    }
  }
}

async function* hashed(body: Readable, hash: Hash): AsyncGenerator<Uint8Array> {
  for await (const piece of body as AsyncIterable<Uint8Array>) {
    hash.update(piece);
    yield piece;
  }
}

async function exhaust(pieces: AsyncGenerator<Uint8Array>): Promise<void> {
  for await (const _ of pieces);
}
