import type { PsaDayDto } from '@flowpilot/contracts';

import { type Trend, trendOf, trendSpan } from '../trend.js';

export interface PsaTrends {
  entries: Trend;
  hours: Trend;
  /** What each point is: "a day", or "a day, over 7 days each". */
  each: string;
}

/** The course of entries and hours over the window's days, for the sparklines. */
export function psaTrends(days: readonly PsaDayDto[]): PsaTrends {
  const span = trendSpan(days.length);
  const daily = (value: (day: PsaDayDto) => number) => trendOf(days, value, () => 1);
  return {
    entries: daily(({ entries }) => entries),
    hours: daily(({ hours }) => hours),
    each: span === 1 ? 'a day' : `a day, over ${span.toString()} days each`,
  };
}
