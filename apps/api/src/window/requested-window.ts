import type { WindowQueryDto } from '@flowpilot/contracts';
import { DEFAULT_PERIOD, MAX_RANGE_DAYS, type Period, PERIOD_DAYS } from '@flowpilot/metrics';

import { Problem } from '../http/problem.js';

/** What was asked for: the N days that end today, or the days from `firstDay` to `lastDay`, inclusive. */
export type RequestedWindow =
  | { period: Period; days: number; firstDay: null; lastDay: null }
  | { period: 'custom'; days: null; firstDay: string; lastDay: string };

const MS_PER_DAY = 86_400_000;

/** @throws Problem `validation_failed` when the query names no window, pointing at the parameter at fault. */
export function requestedWindow(query: WindowQueryDto): RequestedWindow {
  const { period, from, to } = query;
  if (from === undefined && to === undefined) {
    const named = period ?? DEFAULT_PERIOD;
    return { period: named, days: PERIOD_DAYS[named], firstDay: null, lastDay: null };
  }
  if (period !== undefined) throw Problem.invalid('period', 'period cannot stand beside from and to');
  if (from === undefined) throw Problem.invalid('from', 'from is required beside to');
  if (to === undefined) throw Problem.invalid('to', 'to is required beside from');
  refuseBadRange(dayNumber('from', from), dayNumber('to', to));
  return { period: 'custom', days: null, firstDay: from, lastDay: to };
}

function refuseBadRange(firstDay: number, lastDay: number): void {
  if (firstDay > lastDay) throw Problem.invalid('from', 'from must not be after to');
  if (lastDay - firstDay + 1 > MAX_RANGE_DAYS) {
    throw Problem.invalid('to', `from and to must span at most ${MAX_RANGE_DAYS} days`);
  }
}

/** Days since 1970-01-01 of a calendar date that exists. The calendar alone: no time zone has a part in it. */
function dayNumber(parameter: string, date: string): number {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  const exists =
    /^\d{4}-\d{2}-\d{2}$/.test(date) &&
    !date.startsWith('0000') && // PostgreSQL's calendar has no year 0
    !Number.isNaN(midnight) &&
    new Date(midnight).toISOString().startsWith(date);
  if (!exists) throw Problem.invalid(parameter, `${parameter} must be a day that exists, YYYY-MM-DD`);
  return midnight / MS_PER_DAY;
}
