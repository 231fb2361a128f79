import { Injectable } from '@nestjs/common';

import { Database } from '../database/database.js';
import { counterDifferences, type SessionStep } from './contribution.js';
import { addDifferences, lockCounters } from './flow-counters.query.js';

/** Keeps the lifetime counters of flows equal to what the sessions say. */
@Injectable()
export class FlowTracking {
  constructor(private readonly database: Database) {}

  /**
   * Moves the counters by what the writes change. Must run in the transaction of the writes, after them, with the
   * sessions locked: then it is the last lock taken, and taken in one order by all.
   */
  async apply(accountId: string, steps: Iterable<SessionStep>): Promise<void> {
    const differences = counterDifferences(steps);
    if (differences.length === 0) return;
    if (differences.length > 1) {
      await lockCounters(this.database, accountId, differences.map((difference) => difference.flow_id));
    }
    await addDifferences(this.database, accountId, differences);
  }
}
