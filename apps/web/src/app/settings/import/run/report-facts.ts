import type { ImportDto } from '@flowpilot/contracts';

import { dayAndTime, dayRange } from '../../../ui/dates.js';
import { counted, MISSING } from '../../../ui/format.js';
import { fileSize } from '../file-facts.js';
import { timeLeft } from './import-pace.js';

export interface ReportFact {
  readonly name: string;
  readonly value: string;
}

/** What a report says beside its counts. */
export function reportFacts(given: ImportDto, timeZone: string): ReportFact[] {
  const facts: [name: string, value: string | null][] = [
    ['File', `${given.file_name}, ${fileSize(given.file_bytes)}`],
    ['Read', given.rows === 0 ? null : `${counted(given.rows, 'row')} of ${counted(given.total ?? 0, 'session')}`],
    ['Sessions began', sessionDays(given, timeZone)],
    ['Made', madeThings(given)],
    ['Times moved', given.shift_days ? `by ${counted(Math.abs(given.shift_days), 'day')} ${given.shift_days > 0 ? 'forward' : 'back'}` : null],
    ['Uploaded', `${dayAndTime(given.created_at, timeZone)}${given.created_by ? ` by ${given.created_by.name}` : ''}`],
    ['Took', took(given)],
  ];
  return facts.flatMap(([name, value]) => (value === null ? [] : [{ name, value }]));
}

function sessionDays({ first_session_at: from, last_session_at: last, dry_run: isDry }: ImportDto, timeZone: string): string | null {
  if (from === null || last === null || isDry) return null;
  return dayRange({ from, to: new Date(Date.parse(last) + 1).toISOString() }, timeZone, true);
}

function madeThings({ made_categories: categories, made_flows: flows, dry_run: isDry }: ImportDto): string | null {
  if (isDry || categories + flows === 0) return null;
  return `${counted(categories, 'category', 'categories')}, ${counted(flows, 'flow')}`;
}

function took({ started_at: started, finished_at: finished }: ImportDto): string | null {
  if (started === null || finished === null) return null;
  const seconds = (Date.parse(finished) - Date.parse(started)) / 1000;
  return Number.isFinite(seconds) ? timeLeft(seconds) : MISSING;
}
