import { Injectable, Logger } from '@nestjs/common';

import type { Actor } from '../../auth/index.js';
import { isDatabaseDown } from '../../http/database-failure.js';
import { Problem } from '../../http/problem.js';
import type { GivenSession } from '../recording/given-session.js';
import type { Outcome } from '../recording/session-batch.js';
import { SessionRecorder } from '../recording/session-recorder.js';
import type { BulkTally } from './bulk-tally.js';
import type { Line } from './line-splitter.js';
import { sessionOfLine } from './session-line.js';

/** Stores batches of lines, each in one transaction. */
@Injectable()
export class LineStore {
  private readonly logger = new Logger('Bulk');

  constructor(private readonly recorder: SessionRecorder) {}

  /** Stores the good lines and tallies all. @throws when the database is down; the batch is not stored then */
  store(actor: Actor, lines: readonly Line[], tally: BulkTally): Promise<void> {
    return this.tally(lines, tally, (given) => this.record(actor, given));
  }

  /** Tallies what would become of the lines, and stores nothing. */
  foresee(actor: Actor, lines: readonly Line[], tally: BulkTally, assumedFlows: ReadonlySet<string>): Promise<void> {
    return this.tally(lines, tally, (given) => this.recorder.foresee(actor, given, assumedFlows));
  }

  private async tally(
    lines: readonly Line[],
    tally: BulkTally,
    take: (given: readonly GivenSession[]) => Promise<Outcome[]>,
  ): Promise<void> {
    const read = lines.map(readLine);
    const outcomes = (await take(read.flatMap((one) => ('given' in one ? one.given : [])))).values();
    for (const [index, line] of lines.entries()) {
      const one = read[index];
      const outcome = one && 'given' in one ? outcomes.next().value : one;
      if (!outcome) throw new Error('a line has no outcome');
      tally.add(line.line, outcome);
    }
  }

  private async record(actor: Actor, given: readonly GivenSession[]): Promise<Outcome[]> {
    if (given.length === 0) return [];
    try {
      return await this.recorder.record(actor, given);
    } catch (error) {
      if (isDatabaseDown(error)) throw error;
      this.logger.warn({ msg: 'a batch failed and is stored line by line', err: error });
      return this.recordOneByOne(actor, given);
    }
  }

  /** One line that the database refuses must not take the others with it. */
  private async recordOneByOne(actor: Actor, given: readonly GivenSession[]): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    for (const one of given) {
      try {
        outcomes.push(...(await this.recorder.record(actor, [one])));
      } catch (error) {
        if (isDatabaseDown(error)) throw error;
        outcomes.push({ kind: 'rejected', problem: refusal(error) });
      }
    }
    return outcomes;
  }
}

type ReadLine = { given: GivenSession } | Extract<Outcome, { kind: 'rejected' }>;

function readLine(line: Line): ReadLine {
  try {
    return { given: sessionOfLine(line) };
  } catch (error) {
    if (error instanceof Problem) return { kind: 'rejected', problem: error };
    throw error;
  }
}

function refusal(error: unknown): Problem {
  return error instanceof Problem ? error : new Problem('internal_error', 'The line could not be stored.');
}
