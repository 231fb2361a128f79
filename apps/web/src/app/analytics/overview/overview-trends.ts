import type { OverviewDayDto } from '@flowpilot/contracts';

import { sessionsOf } from '../../ui/charts/outcome-series.js';
import { type Trend, trendOf } from '../trend.js';

export interface OverviewTrends {
  readonly sessions: Trend;
  readonly resolution: Trend;
  readonly escalation: Trend;
  readonly guided: Trend;
  readonly median: Trend;
  readonly hours: Trend;
}

/** The course of each figure over the window's days, for its sparkline. */
export function overviewTrends(days: readonly OverviewDayDto[]): OverviewTrends {
  return {
    sessions: trendOf(days, sessionsOf, () => 1),
    resolution: trendOf(days, (day) => day.resolved, sessionsOf),
    escalation: trendOf(days, (day) => day.escalated, sessionsOf),
    guided: trendOf(days, (day) => day.guided, sessionsOf),
    // Medians of several days cannot be pooled from those of each; their mean by resolved sessions comes close.
    median: trendOf(days, (day) => (day.median_resolution_minutes ?? 0) * day.resolved, (day) => day.resolved),
    hours: trendOf(days, (day) => day.hours_logged, () => 1),
  };
}
