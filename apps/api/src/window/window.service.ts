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
    const days = row.dates.map((date, index) => ({ date, start: new Date(row.starts_ms[index] ?? NaN) }));
    const thisWindow = days.length / 2;
    return {
      accountId,
      period: requested.period,
      from: new Date(row.from_ms),
      to: new Date(row.to_ms),
      previous: { from: new Date(row.previous_from_ms), to: new Date(row.previous_to_ms) },
      timeZone: row.time_zone,
      today: row.today,
      days: touching(days.slice(thisWindow), row.to_ms),
      previousDays: touching(days.slice(0, thisWindow), row.previous_to_ms),
      now,
      minSample: row.min_sample,
      unloggedAfterHours: row.unlogged_after_hours,
    };
  }
}

/** Each day ends where the next one begins, the last one at `endMs`. */
function touching(days: readonly Omit<LocalDay, 'end'>[], endMs: number): LocalDay[] {
  return days.map((day, index) => ({ ...day, end: days[index + 1]?.start ?? new Date(endMs) }));
}
