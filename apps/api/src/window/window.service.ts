import { Injectable } from '@nestjs/common';

import type { WindowQueryDto } from '@flowpilot/contracts';

import { Database } from '../database/database.js';
import { Problem } from '../http/problem.js';
import { Clock } from '../time/clock.js';
import type { AccountWindow, LocalDay } from './account-window.js';
import { requestedWindow } from './requested-window.js';
import { selectWindow, type WindowRow } from './window.query.js';

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
    if (row.days === null) throw Problem.invalid('from', 'from must not be after today');
    const thisWindow = row.days.length / 2;
    return {
      accountId,
      period: requested.period,
      from: new Date(row.from_ms),
      to: new Date(row.to_ms),
      previous: { from: new Date(row.previous_from_ms), to: new Date(row.previous_to_ms) },
      timeZone: row.time_zone,
      today: row.today,
      days: localDays(row.days.slice(thisWindow), row.to_ms),
      previousDays: localDays(row.days.slice(0, thisWindow), row.previous_to_ms),
      now,
      minSample: row.min_sample,
      unloggedAfterHours: row.unlogged_after_hours,
    };
  }
}

function localDays(days: NonNullable<WindowRow['days']>, endMs: number): LocalDay[] {
  return days.map((day, index) => ({
    date: day.date,
    start: new Date(day.start_ms),
    end: new Date(days[index + 1]?.start_ms ?? endMs),
  }));
}
