import { share } from './ratio.js';
import { RATE_DECIMALS, roundRatio } from './rounding.js';
import type { Evidence } from './vocabulary.js';

/** A share of all sessions of a group: 0 to 1, 3 decimals, null when the group is empty. */
export function rate(part: number, whole: number): number | null {
  return roundRatio(share(part, whole), RATE_DECIMALS);
}

/** Whether `closed` sessions (resolved, escalated or abandoned) reach the account's `minSample`. */
export function evidence(closed: number, minSample: number): Evidence {
  return closed >= minSample ? 'sufficient' : 'insufficient';
}
