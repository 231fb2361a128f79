import { Injectable } from '@nestjs/common';

import { type BulkResultDto, MAX_LINE_BYTES } from '@flowpilot/contracts';

import type { Actor } from '../../auth/index.js';
import { Problem } from '../../http/problem.js';
import { BulkTally } from './bulk-tally.js';
import { LineBatcher } from './line-batcher.js';
import { type Line, LineSplitter } from './line-splitter.js';
import { LineStore } from './line-store.js';
import { SessionStatistics } from './session-statistics.query.js';

/** Records a stream of sessions, a JSON object a line, whatever its length. */
@Injectable()
export class SessionIngest {
  constructor(
    private readonly lines: LineStore,
    private readonly statistics: SessionStatistics,
  ) {}

  /**
   * Stores every good line and tells of every bad one. What is stored stays stored when the stream breaks off. While
   * one batch is stored the next one is read, and no more: the sender is slowed down to what the database takes.
   *
   * @throws Problem `unavailable`, or what the stream throws
   */
  async store(actor: Actor, bytes: AsyncIterable<Uint8Array>): Promise<BulkResultDto> {
    const tally = new BulkTally();
    let batchCount = 0;
    let storing: Promise<void> = Promise.resolve();
    try {
      for await (const batch of batches(bytes)) {
        await storing;
        if (batchCount === 1) await this.statistics.refreshWhileUnknown();
        batchCount += 1;
        storing = this.lines.store(actor, batch, tally);
        // Awaited in the next round; until then a failure must not count as unheard.
        storing.catch(() => undefined);
      }
    } finally {
      await storing;
    }
    return tally.result;
  }

  /** What `store` would answer, with nothing stored. `assumedFlows` are ids of flows that would be there by then. */
  async foresee(
    actor: Actor,
    bytes: AsyncIterable<Uint8Array>,
    assumedFlows: ReadonlySet<string>,
  ): Promise<BulkResultDto> {
    const tally = new BulkTally();
    for await (const batch of batches(bytes)) await this.lines.foresee(actor, batch, tally, assumedFlows);
    return tally.result;
  }
}

async function* batches(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Line[]> {
  const splitter = new LineSplitter(MAX_LINE_BYTES);
  const batcher = new LineBatcher();
  for await (const piece of unbroken(bytes)) yield* batcher.add(splitter.push(piece));
  yield* batcher.add(splitter.end());
  yield* batcher.end();
}

/** A connection that breaks off is the client's doing, not a failure of ours. */
async function* unbroken(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } catch {
    throw new Problem('malformed_request', 'The body broke off. Every line before its last batch is stored.');
  }
}
