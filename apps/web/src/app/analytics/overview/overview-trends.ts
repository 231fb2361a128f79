import type { OverviewDayDto } from '@flowpilot/contracts';

import { sessionsOf } from '../../ui/charts/outcome-series.js';

export type Trend = readonly (number | null)[];

/** Windows longer than this show rates over a trailing week: a weekend day's handful of sessions says little. */
const LONGEST_DAILY_WINDOW = 14;
const WEEK = 7;

export interface OverviewTrends {
  readonly sessions: Trend;
  readonly resolution: Trend;
  readonly escalation: Trend;
  readonly guided: Trend;
  readonly median: Trend;
  readonly hours: Trend;
  /** How many days each point of a rate covers. */
  readonly rateDays: number;
}

/** The course of each figure over the window's days, for its sparkline. */
export function overviewTrends(days: readonly OverviewDayDto[]): OverviewTrends {
  const rateDays = days.length > LONGEST_DAILY_WINDOW ? WEEK : 1;
  const rate = (part: (day: OverviewDayDto) => number) => pooledRates(days, part, rateDays);
  return {
    sessions: days.map(sessionsOf),
    resolution: rate((day) => day.resolved),
    escalation: rate((day) => day.escalated),
    guided: rate((day) => day.guided),
    median: days.map((day) => day.median_resolution_minutes),
    hours: days.map((day) => day.hours_logged),
    rateDays,
  };
}

/** For each day, the share over it and the days before it, as many as `span`, that the window holds. */
function pooledRates(days: readonly OverviewDayDto[], part: (day: OverviewDayDto) => number, span: number): Trend {
  return days.map((_, index) => {
    const pooled = days.slice(Math.max(0, index - span + 1), index + 1);
    const sessions = sum(pooled, sessionsOf);
    return sessions === 0 ? null : sum(pooled, part) / sessions;
  });
}

export function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
