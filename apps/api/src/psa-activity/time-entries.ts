import type { WindowCounts } from '../rollups/index.js';
import type { AccountWindow } from '../window/index.js';
import { type TimeEntryFacts, timeEntryFacts } from './time-entries.query.js';

export const NO_TIME_ENTRIES: TimeEntryFacts = { entries: 0, hour_parts: 0, sessions: 0, unattributed: 0 };

/** The time entries of a window; its distinct sessions are no sum of the days'. */
export interface WindowTimeEntries {
  present: TimeEntryFacts;
  previous: TimeEntryFacts;
  /** One for each day of the window, its sessions not counted. */
  days: TimeEntryFacts[];
}

export function windowTimeEntries(counts: WindowCounts, window: AccountWindow): Promise<WindowTimeEntries> {
  return windowAndDays(counts, window, 2);
}

/** As `windowTimeEntries`, for whom the hours are enough: no session is counted. */
export function windowHours(counts: WindowCounts, window: AccountWindow): Promise<WindowTimeEntries> {
  return windowAndDays(counts, window, 0);
}

async function windowAndDays(counts: WindowCounts, window: AccountWindow, withSessions: number): Promise<WindowTimeEntries> {
  const stretches = [window.days, window.previousDays, ...window.days.map((day) => [day])];
  const [present = NO_TIME_ENTRIES, previous = NO_TIME_ENTRIES, ...days] = await timeEntryFacts(counts, stretches, withSessions);
  return { present, previous, days };
}
