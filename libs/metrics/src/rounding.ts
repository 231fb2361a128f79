import type { Ratio } from './ratio.js';

/** Decimals that each kind of figure is shown with. */
export const RATE_DECIMALS = 3;
export const SCORE_DECIMALS = 4;
export const MINUTES_DECIMALS = 1;
export const HOURS_DECIMALS = 2;

const SCALES = [1n, 10n, 100n, 1_000n, 10_000n];

/** Rounded half up (towards plus infinity), exactly; null stays null. */
export function roundRatio(value: Ratio, decimals: number): number;
export function roundRatio(value: Ratio | null, decimals: number): number | null;
export function roundRatio(value: Ratio | null, decimals: number): number | null {
  if (value === null) return null;
  const scale = SCALES[decimals] ?? 10n ** BigInt(decimals);
  const doubled = 2n * value.numerator * scale + value.denominator;
  return Number(floorDivide(doubled, 2n * value.denominator)) / Number(scale);
}

/** Rounded half up, for values that are no ratio of counts (a root, a geometric middle). Never -0. */
export function roundHalfUp(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.floor(value * scale + 0.5) / scale + 0;
}

/** BigInt division cuts towards zero; rounding half up needs the floor. */
function floorDivide(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  return dividend % divisor < 0n ? quotient - 1n : quotient;
}
