import { Injectable } from '@nestjs/common';

import { Database } from '../database/database.js';
import { CLOSED_AFTER_MS } from '../late-writes/index.js';
import { Clock } from '../time/clock.js';
import { deleteInvalidations, dropStaleDays, rollUp, selectDueAccounts, selectDueDays } from './rollup-refresh.query.js';

/** Two of the longest windows, so that one can be compared with the one before. Older days are read from the sessions. */
const HORIZON_DAYS = 2 * 366;

/** Keeps the counts of whole days. What it costs follows from the days that have ended or were written to since. */
@Injectable()
export class RollupRefresh {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The accounts for which `run` would find something to do. */
  async dueAccounts(): Promise<string[]> {
    return (await selectDueAccounts(this.database, this.closedBefore())).map(({ id }) => id);
  }

  /** Answers how many days were counted. A refresh of the same account waits for this one. */
  run(accountId: string): Promise<{ counted_days: number }> {
    return this.database.alone(`rollups ${accountId}`, async () => {
      await dropStaleDays(this.database, accountId);
      await deleteInvalidations(this.database, accountId);
      const due = await selectDueDays(this.database, accountId, this.closedBefore(), HORIZON_DAYS);
      if (due.days.length > 0) await rollUp(this.database, accountId, due);
      return { counted_days: due.days.length };
    });
  }

  private closedBefore(): Date {
    return new Date(this.clock.now().getTime() - CLOSED_AFTER_MS);
  }
}
