import type { PsaDayDto, PsaTotalsDto } from '@flowpilot/contracts';
import { averageHours, roundedHours } from '@flowpilot/metrics';

import type { LocalDay } from '../window/index.js';
import type { TimeEntryFacts, TimeEntryTotals } from './time-entries.query.js';

export function toPsaTotals(totals: TimeEntryTotals): Pick<PsaTotalsDto, keyof PsaTotalsDto> {
  return {
    total_time_entries: totals.entries,
    total_hours_logged: roundedHours(totals.hour_parts),
    avg_hours_per_session: averageHours(totals.hour_parts, totals.sessions),
  };
}

/** Every day of the window, zeros included. */
export function toPsaDays(days: readonly LocalDay[], facts: TimeEntryFacts): PsaDayDto[] {
  const byDay = new Map(facts.days.map((day) => [day.day, day]));
  return days.map(({ date }, index) => {
    const { entries = 0, hour_parts: hourParts = 0 } = byDay.get(index + 1) ?? {};
    return { date, entries, hours: roundedHours(hourParts) };
  });
}
