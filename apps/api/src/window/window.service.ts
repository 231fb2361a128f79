import { Injectable } from '@nestjs/common';

import type { WindowQueryDto } from '@flowpilot/contracts';

import { Database } from '../database/database.js';
import { Problem } from '../http/problem.js';
import { Clock } from '../time/clock.js';
import type { AccountWindow, LocalDay } from './account-window.js';
import { type BegunDay, Calendar } from './calendar.js';
import { requestedWindow } from './requested-window.js';
import { selectWindow } from './window.query.js';

/** Turns a period or a range into the instants of an account's local days. */
@Injectable()
export class WindowService {
  private readonly calendar: Calendar;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    this.calendar = new Calendar(database, clock);
  }

  /** @throws Problem `validation_failed` when the query names no window, or one that has not begun. */
  async resolve(accountId: string, query: WindowQueryDto): Promise<AccountWindow> {
    const requested = requestedWindow(query);
    const now = this.clock.now();
    const row = await selectWindow(this.database, accountId, now, requested);
    if (!row) throw Problem.notFound('account');
    const { day_count: dayCount, time_zone: timeZone } = row;
    if (dayCount < 1) throw Problem.invalid('from', 'from must not be after today');
    const days = await this.calendar.daysAround(timeZone, row.first_day, dayCount);
    const to = row.to_ms === null ? startOf(days, 2 * dayCount) : new Date(row.to_ms);
    const previousTo = row.previous_to_ms === null ? startOf(days, dayCount) : new Date(row.previous_to_ms);
    return {
      accountId,
      period: requested.period,
      from: startOf(days, dayCount),
      to,
      previous: { from: startOf(days, 0), to: previousTo },
      timeZone,
      today: row.today,
      days: touching(days.slice(dayCount, 2 * dayCount), to),
      previousDays: touching(days.slice(0, dayCount), previousTo),
      now,
      minSample: row.min_sample,
      unloggedAfterHours: row.unlogged_after_hours,
    };
  }
}

function startOf(days: readonly BegunDay[], index: number): Date {
  const day = days[index];
  if (!day) throw new RangeError('a window has each of its days');
  return day.start;
}

/** Each day ends where the next one begins, the last one with the window. */
function touching(days: readonly BegunDay[], end: Date): LocalDay[] {
  return days.map((day, index) => ({ ...day, end: days[index + 1]?.start ?? end }));
}
