import type { PsaDayDto, PsaTotalsDto } from '@flowpilot/contracts';
import { averageHours, roundedHours } from '@flowpilot/metrics';

import type { TimeEntryFacts } from './time-entries.query.js';

export function toPsaTotals(facts: TimeEntryFacts): Pick<PsaTotalsDto, keyof PsaTotalsDto> {
  return {
    total_time_entries: facts.entries,
    total_hours_logged: roundedHours(facts.hour_parts),
    avg_hours_per_session: averageHours(facts.hour_parts, facts.sessions),
  };
}

/** A day's entries as a row of the trend. */
export function toPsaDay(date: string, facts: TimeEntryFacts): PsaDayDto {
  return { date, entries: facts.entries, hours: roundedHours(facts.hour_parts) };
}
