import { divide, type Ratio, subtract } from './ratio.js';
import { RATE_DECIMALS, roundHalfUp, roundRatio } from './rounding.js';

/** Change of a count or of hours against the previous window: 0.12 is +12 %; 3 decimals, null when the base is 0. */
export function relativeChange(value: Ratio, previous: Ratio): number | null {
  if (previous.numerator === 0n) return null;
  return roundRatio(divide(subtract(value, previous), previous), RATE_DECIMALS);
}

/** Change of a time in minutes, unrounded: as `relativeChange`, null when either is missing. */
export function minutesChange(value: number | null, previous: number | null): number | null {
  if (value === null || previous === null || previous === 0) return null;
  return roundHalfUp((value - previous) / previous, RATE_DECIMALS);
}

/** Change of a rate, unrounded: the difference, 0.05 is 5 points; 3 decimals, null when either is missing. */
export function rateChange(value: Ratio | null, previous: Ratio | null): number | null {
  if (value === null || previous === null) return null;
  return roundRatio(subtract(value, previous), RATE_DECIMALS);
}
