import { RATE_DECIMALS, roundHalfUp } from './rounding.js';

/** Two-sided 95 %. */
const Z = 1.959964;

/** The bounds of a share, each 0 to 1, 3 decimals; both null when there is nothing to judge by. */
export interface SuccessInterval {
  success_low: number | null;
  success_high: number | null;
}

/** The 95 % Wilson interval of `resolved / closed`, counts of sessions. */
export function wilsonInterval(resolved: number, closed: number): SuccessInterval {
  if (closed === 0) return { success_low: null, success_high: null };
  const p = resolved / closed;
  const shrink = 1 + Z ** 2 / closed;
  const centre = (p + Z ** 2 / (2 * closed)) / shrink;
  const half = (Z / shrink) * Math.sqrt((p * (1 - p)) / closed + Z ** 2 / (4 * closed ** 2));
  return { success_low: bound(centre - half), success_high: bound(centre + half) };
}

/** At 0 of n and n of n the exact bound is 0 or 1, which the root may miss by a hair. */
function bound(value: number): number {
  return roundHalfUp(Math.min(1, Math.max(0, value)), RATE_DECIMALS);
}
