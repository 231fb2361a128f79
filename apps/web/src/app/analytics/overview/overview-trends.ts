import type { OverviewDayDto } from '@flowpilot/contracts';

import { sessionsOf } from '../../ui/charts/outcome-series.js';

export type Trend = readonly (number | null)[];

/** Windows longer than this are smoothed over a week: what a sparkline can show then is the trend, not the weekends. */
const LONGEST_DAILY_WINDOW = 14;
const WEEK = 7;

export interface OverviewTrends {
  readonly sessions: Trend;
  readonly resolution: Trend;
  readonly escalation: Trend;
  readonly guided: Trend;
  readonly median: Trend;
  readonly hours: Trend;
  /** How many days each point covers: its own and those before it. */
  readonly span: number;
}

/** The course of each figure over the window's days, for its sparkline. */
export function overviewTrends(days: readonly OverviewDayDto[]): OverviewTrends {
  const span = days.length > LONGEST_DAILY_WINDOW ? WEEK : 1;
  const ratio = (part: (day: OverviewDayDto) => number, whole: (day: OverviewDayDto) => number): Trend =>
    days.map((_, index) => {
      const pooled = days.slice(Math.max(0, index - span + 1), index + 1);
      const all = sum(pooled, whole);
      return all === 0 ? null : sum(pooled, part) / all;
    });

  return {
    sessions: ratio(sessionsOf, () => 1),
    resolution: ratio((day) => day.resolved, sessionsOf),
    escalation: ratio((day) => day.escalated, sessionsOf),
    guided: ratio((day) => day.guided, sessionsOf),
    // Medians of several days cannot be pooled from those of each; their mean by resolved sessions comes close.
    median: ratio((day) => (day.median_resolution_minutes ?? 0) * day.resolved, (day) => day.resolved),
    hours: ratio((day) => day.hours_logged, () => 1),
    span,
  };
}

export function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
