import { Injectable } from '@nestjs/common';

import type { WindowQueryDto } from '@flowpilot/contracts';

import { Database } from '../database/database.js';
import { Problem } from '../http/problem.js';
import { Clock } from '../time/clock.js';
import type { AccountWindow, LocalDay } from './account-window.js';
import { requestedWindow } from './requested-window.js';
import { selectWindow } from './window.query.js';

/** Turns a period or a range into the instants of an account's local days. */
@Injectable()
export class WindowService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `validation_failed` when the query names no window, or one that has not begun. */
  async resolve(accountId: string, query: WindowQueryDto): Promise<AccountWindow> {
    const requested = requestedWindow(query);
    const now = this.clock.now();
    const row = await selectWindow(this.database, accountId, now, requested);
    if (!row) throw Problem.notFound('account');
    if (row.dates === null) throw Problem.invalid('from', 'from must not be after today');
    const starts = row.starts_ms.map((ms) => new Date(ms));
    const days = row.dates.map((date, index) => ({ date, start: startOf(starts, index) }));
    const dayCount = (days.length - 1) / 2;
    const to = row.to_ms === null ? startOf(starts, 2 * dayCount) : new Date(row.to_ms);
    const previousTo = row.previous_to_ms === null ? startOf(starts, dayCount) : new Date(row.previous_to_ms);
    return {
      accountId,
      period: requested.period,
      from: startOf(starts, dayCount),
      to,
      previous: { from: startOf(starts, 0), to: previousTo },
      timeZone: row.time_zone,
      today: row.today,
      days: touching(days.slice(dayCount, 2 * dayCount), to),
      previousDays: touching(days.slice(0, dayCount), previousTo),
      now,
      minSample: row.min_sample,
      unloggedAfterHours: row.unlogged_after_hours,
    };
  }
}

function startOf(starts: readonly Date[], index: number): Date {
  const start = starts[index];
  if (!start) throw new RangeError('a window has each of its days');
  return start;
}

/** Each day ends where the next one begins, the last one with the window. */
function touching(days: readonly Omit<LocalDay, 'end'>[], end: Date): LocalDay[] {
  return days.map((day, index) => ({ ...day, end: days[index + 1]?.start ?? end }));
}
