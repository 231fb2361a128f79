import { multiply, type Ratio, ratio, share } from './ratio.js';
import { HOURS_DECIMALS, roundRatio } from './rounding.js';

/** Hours are logged with up to 4 decimals and summed in these, whole numbers. */
export const HOUR_PARTS = 10_000;

/** Exact hours out of ten-thousandths. */
export function hours(parts: number): Ratio {
  return ratio(parts, HOUR_PARTS);
}

/** Hours as shown, 2 decimals. */
export function roundedHours(parts: number): number {
  return roundRatio(hours(parts), HOURS_DECIMALS);
}

/** Hours a distinct session with an entry, 2 decimals; 0 when there is no such session. */
export function averageHours(parts: number, sessions: number): number {
  return roundRatio(share(parts, sessions * HOUR_PARTS) ?? ratio(0), HOURS_DECIMALS);
}

/** Hours that unlogged sessions would bring at the window's average, 2 decimals; null when no session has an entry. */
export function unloggedHoursEstimate(unloggedSessions: number, parts: number, sessions: number): number | null {
  const average = share(parts, sessions * HOUR_PARTS);
  return average && roundRatio(multiply(ratio(unloggedSessions), average), HOURS_DECIMALS);
}
