const MINUTES_AN_HOUR = 60;
const MOST_HOURS = 24;

/**
 * The hours that a time entry is prefilled with: a session's minutes, rounded to the nearest step of `increment`
 * minutes (half up), at least one step and at most 24 hours. 4 decimals.
 */
export function suggestedHours(minutes: number, increment: number): number {
  const steps = Math.max(1, Math.floor(minutes / increment + 0.5));
  const hours = Math.min((steps * increment) / MINUTES_AN_HOUR, MOST_HOURS);
  return Math.round(hours * 10_000) / 10_000;
}
