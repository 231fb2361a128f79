import { Injectable } from '@nestjs/common';

import { Database } from '../database/database.js';
import { CLOSED_AFTER_MS } from '../late-writes/index.js';
import { Clock } from '../time/clock.js';
import { rollUp } from './day-rollup.query.js';
import { type ClosedDay, selectClosedDays, selectLateAccounts, selectRolledDays } from './due-accounts.query.js';
import { deleteInvalidations, dropStaleDays, earlierNow, selectDueDays } from './rollup-refresh.query.js';

/** Two of the longest windows, so that one can be compared with the one before. Older days are read from the sessions. */
const HORIZON_DAYS = 2 * 366;

/**
 * While an import writes to days of long ago, each count of them would be for nothing a minute later. Meanwhile they are read
 * from the sessions, which is dear: after the longest wait they are counted all the same. Bulk notes something several times
 * a second, and a pause of half a minute is its end; a few writes, as people make them, are counted each minute.
 */
const FEW_NOTES = 200;
const QUIET_MS = 30_000;
const PATIENCE_MS = 3 * 60_000;

/** Keeps the counts of whole days. What it costs follows from the days that have ended or were written to since. */
@Injectable()
export class RollupRefresh {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The accounts for which `run` would find something to do. */
  async dueAccounts(): Promise<string[]> {
    const closedBefore = await this.closedBefore();
    const closed = await selectClosedDays(this.database, closedBefore);
    const first = closed.map(({ day }) => day).sort()[0];
    if (first === undefined) return [];
    const rolled = await selectRolledDays(this.database, first);
    const looked = new Set(rolled.map(keyOf));
    const early = rolled.filter(({ ends_at }) => ends_at > closedBefore);
    const late = await selectLateAccounts(this.database, { fewNotes: FEW_NOTES, quietMs: QUIET_MS, patienceMs: PATIENCE_MS });
    const due = new Set([...early, ...late].map(({ account_id }) => account_id));
    return closed.filter((day) => due.has(day.account_id) || !looked.has(keyOf(day))).map(({ account_id }) => account_id);
  }

  /** Answers how many days were counted. */
  run(accountId: string): Promise<{ counted_days: number }> {
    return this.within(accountId, (countedDays) => Promise.resolve({ counted_days: countedDays }));
  }

  /** Refreshes, and goes on in the same transaction with every day as it should be. Others of the account wait for this one. */
  within<T>(accountId: string, goOn: (countedDays: number) => Promise<T>): Promise<T> {
    return this.database.alone(`rollups ${accountId}`, async () => {
      const closedBefore = await this.closedBefore();
      await dropStaleDays(this.database, accountId, closedBefore);
      await deleteInvalidations(this.database, accountId);
      const due = await selectDueDays(this.database, accountId, closedBefore, HORIZON_DAYS);
      if (due.days.length > 0) await rollUp(this.database, accountId, due);
      return goOn(due.days.length);
    });
  }

  private async closedBefore(): Promise<Date> {
    const now = await earlierNow(this.database, this.clock.now());
    return new Date(now.getTime() - CLOSED_AFTER_MS);
  }
}

function keyOf({ account_id, day, time_zone }: ClosedDay): string {
  return [account_id, day, time_zone].join(' ');
}
