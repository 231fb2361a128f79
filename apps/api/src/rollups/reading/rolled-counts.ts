import { Injectable } from '@nestjs/common';

import { Database } from '../../database/database.js';
import type { AccountWindow, LocalDay } from '../../window/index.js';
import { RememberedCounts } from './remembered-counts.js';
import { rolledDays } from './rolled-days.js';
import type { RolledDays } from './stretch-plan.js';
import { WindowCounts } from './window-counts.js';

/** Days before today to which sessions and their work are still written as a matter of course. */
const RECENT_DAYS = 3;
const DAY_MS = 86_400_000;

/** Counts windows: from the rollups wherever these can be trusted, else from the rows. */
@Injectable()
export class RolledCounts {
  private readonly remembered = new RememberedCounts();

  constructor(private readonly database: Database) {}

  /**
   * Runs `answer` on one snapshot of the data. Within a transaction that is running already, its isolation must be as strict:
   * what is remembered would else be of other counts than it says.
   *
   * @param days all that will be counted, each after the one before
   */
  read<Answer>(window: AccountWindow, days: readonly LocalDay[], answer: (counts: WindowCounts) => Promise<Answer>): Promise<Answer> {
    // Who counts waits for the days; what else is asked goes out with them.
    return this.database.snapshot(() => answer(new WindowCounts(this.database, this.remembered, window.accountId, this.rolledOf(window, days))));
  }

  private async rolledOf(window: AccountWindow, days: readonly LocalDay[]): Promise<RolledDays> {
    const rolled = await rolledDays(this.database, window, days);
    return { byDate: new Map(rolled.map((day) => [day.day, day])), recentFrom: daysBefore(window.today, RECENT_DAYS) };
  }
}

function daysBefore(date: string, days: number): string {
  return new Date(Date.parse(date) - days * DAY_MS).toISOString().slice(0, 10);
}
