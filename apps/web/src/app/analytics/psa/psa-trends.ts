import type { PsaDayDto } from '@flowpilot/contracts';

/** Windows longer than this are smoothed over a week: a sparkline then shows the trend, not the weekends. */
const LONGEST_DAILY_WINDOW = 14;
const WEEK = 7;

export interface PsaTrends {
  entries: readonly number[];
  hours: readonly number[];
  /** What each point is: "a day", or "a day, over 7 days each". */
  each: string;
}

/** The course of entries and hours over the window's days, for the sparklines. */
export function psaTrends(days: readonly PsaDayDto[]): PsaTrends {
  const span = days.length > LONGEST_DAILY_WINDOW ? WEEK : 1;
  return {
    entries: smoothed(days.map(({ entries }) => entries), span),
    hours: smoothed(days.map(({ hours }) => hours), span),
    each: span === 1 ? 'a day' : `a day, over ${span.toString()} days each`,
  };
}

/** The mean of each value and those before it, `span` in all, fewer at the beginning. */
function smoothed(values: readonly number[], span: number): number[] {
  return values.map((_, index) => {
    const pooled = values.slice(Math.max(0, index - span + 1), index + 1);
    return pooled.reduce((sum, value) => sum + value, 0) / pooled.length;
  });
}
