import type { OverviewDayDto } from '@flowpilot/contracts';
import { medianMinutes, roundedHours, roundedMinutes } from '@flowpilot/metrics';

import { judgeBuckets, type SessionFacts } from '../analytics/session-facts.js';
import type { TimeEntryFacts } from '../psa-activity/index.js';

/** A day's sessions and hours as a row of the trend. */
export function toOverviewDay(date: string, sessions: SessionFacts, entries: TimeEntryFacts): OverviewDayDto {
  return {
    date,
    resolved: sessions.resolved,
    escalated: sessions.escalated,
    abandoned: sessions.abandoned,
    active: sessions.active,
    guided: sessions.guided,
    median_resolution_minutes: roundedMinutes(judgeBuckets(sessions, medianMinutes)),
    hours_logged: roundedHours(entries.hour_parts),
  };
}
