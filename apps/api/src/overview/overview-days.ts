import type { OverviewDayDto } from '@flowpilot/contracts';
import { medianMinutes, roundedHours, roundedMinutes } from '@flowpilot/metrics';

import { bucketCounts, NO_SESSIONS } from '../analytics/session-facts.js';
import type { TimeEntryFacts } from '../psa-activity/index.js';
import type { LocalDay } from '../window/index.js';
import type { SessionDayFacts } from './overview.query.js';

/** Every day of the window, zeros included. */
export function overviewDays(
  days: readonly LocalDay[],
  sessions: readonly SessionDayFacts[],
  entries: TimeEntryFacts,
): OverviewDayDto[] {
  const sessionsByDay = new Map(sessions.map((facts) => [facts.day, facts]));
  const hoursByDay = new Map(entries.days.map((facts) => [facts.day, facts.hour_parts]));
  return days.map(({ date }, index) => {
    const facts = sessionsByDay.get(index + 1) ?? NO_SESSIONS;
    return {
      date,
      resolved: facts.resolved,
      escalated: facts.escalated,
      abandoned: facts.abandoned,
      active: facts.active,
      guided: facts.guided,
      median_resolution_minutes: roundedMinutes(medianMinutes(bucketCounts(facts))),
      hours_logged: roundedHours(hoursByDay.get(index + 1) ?? 0),
    };
  });
}
