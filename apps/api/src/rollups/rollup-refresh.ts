import { Injectable, Optional } from '@nestjs/common';

import { Database } from '../database/database.js';
import { CLOSED_AFTER_MS } from '../late-writes/index.js';
import { Clock } from '../time/clock.js';
import { planOnce, rollUp } from './day-rollup.query.js';
import { type ClosedDay, earlierNow, selectClosedDays, selectLateAccounts, selectRolledDays } from './due-accounts.query.js';
import { type Closed, deleteInvalidations, dropStaleDays, nowAt, selectDueDays } from './rollup-refresh.query.js';

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

/**
 * Of an account that had a day with so many sessions in the last week, the closed hours of the day that goes on are counted too,
 * anew each hour. Others' are read as soon.
 */
export const BUSY_FROM = 1_000;
const BUSY_DAYS = 7;
const HOUR_MS = 3_600_000;

/**
 * While one account waits for its statements to go to and fro, another is counted: of many small accounts that is half of
 * the time. A third at once would take from those who read what cores they have left.
 */
export const REFRESHES_AT_ONCE = 2;

/** Keeps the counts of days. What it costs follows from the days that have ended or were written to since. */
@Injectable()
export class RollupRefresh {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Optional() private readonly busyFrom: number = BUSY_FROM,
  ) {}

  /** The accounts for which `run` would find something to do, those that were written to most first. */
  async dueAccounts(): Promise<string[]> {
    const { before, hour } = closedBy(await earlierNow(this.database, this.clock.now()));
    const closed = await selectClosedDays(this.database, before);
    const since = closed.map(({ day }) => day).sort()[0];
    if (since === undefined) return [];
    const rolled = await selectRolledDays(this.database, since, BUSY_DAYS, this.busyFrom);
    const looked = new Set(rolled.filter(({ whole }) => whole).map(keyOf));
    const counted = new Set(rolled.filter(({ ends_at }) => ends_at >= hour).map(({ account_id }) => account_id));
    const early = rolled.filter(({ ends_at }) => ends_at > before);
    const behind = rolled.filter(({ account_id, is_busy }) => is_busy && !counted.has(account_id));
    const late = await selectLateAccounts(this.database, { fewNotes: FEW_NOTES, quietMs: QUIET_MS, patienceMs: PATIENCE_MS });
    const lateFirst = new Set(late.map(({ account_id }) => account_id));
    const due = new Set([...early, ...behind].map(({ account_id }) => account_id));
    const others = closed.filter((day) => due.has(day.account_id) || !looked.has(keyOf(day))).map(({ account_id }) => account_id);
    return [...lateFirst, ...others.filter((account) => !lateFirst.has(account))];
  }

  /** Answers how many days were counted. */
  run(accountId: string): Promise<{ counted_days: number }> {
    return this.within(accountId, (countedDays) => Promise.resolve({ counted_days: countedDays }));
  }

  /** Refreshes, and goes on in the same transaction with every day as it should be. Others of the account wait for this one. */
  within<T>(accountId: string, goOn: (countedDays: number) => Promise<T>): Promise<T> {
    return this.database.alone(`rollups ${accountId}`, async () => {
      await planOnce(this.database);
      const closed = await this.closedAt(accountId);
      await dropStaleDays(this.database, accountId, closed);
      await deleteInvalidations(this.database, accountId);
      const due = await selectDueDays(this.database, accountId, closed, HORIZON_DAYS);
      if (due.days.length > 0) await rollUp(this.database, accountId, due);
      return goOn(due.days.length);
    });
  }

  private async closedAt(accountId: string): Promise<Closed> {
    const { now, is_busy } = await nowAt(this.database, accountId, this.clock.now(), BUSY_DAYS, this.busyFrom);
    const { before, hour } = closedBy(now);
    return { before, hour: is_busy ? hour : null };
  }
}

function closedBy(now: Date): { before: Date; hour: Date } {
  const before = now.getTime() - CLOSED_AFTER_MS;
  return { before: new Date(before), hour: new Date(before - (before % HOUR_MS)) };
}

function keyOf({ account_id, day, time_zone }: ClosedDay): string {
  return [account_id, day, time_zone].join(' ');
}
