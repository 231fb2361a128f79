/** The course of a figure over the days of a window, for a sparkline; null where it is not known. */
export type Trend = readonly (number | null)[];

/** Windows longer than this are smoothed over a week: what a sparkline can show then is the trend, not the weekends. */
const LONGEST_DAILY_WINDOW = 14;
const WEEK = 7;

/** How many days each point of a trend covers: its own and those before it. */
export function trendSpan(days: number): number {
  return days > LONGEST_DAILY_WINDOW ? WEEK : 1;
}

/**
 * For each day, `part` over `whole`, both summed over its span; null where the whole is 0. Days whose span would
 * reach out of the window have no point: one of weekdays alone would show a fall where there is none.
 */
export function trendOf<Day>(days: readonly Day[], part: (day: Day) => number, whole: (day: Day) => number): Trend {
  const span = trendSpan(days.length);
  return days.slice(span - 1).map((_, index) => {
    const pooled = days.slice(index, index + span);
    const all = sum(pooled, whole);
    return all === 0 ? null : sum(pooled, part) / all;
  });
}

export function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
