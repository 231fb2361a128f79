import type { Ratio } from './ratio.js';

/** Decimals that each kind of figure is shown with. */
export const RATE_DECIMALS = 3;
export const SCORE_DECIMALS = 4;
export const MINUTES_DECIMALS = 1;
export const HOURS_DECIMALS = 2;

/** Rounded half up (towards plus infinity), exactly; null stays null. */
export function roundRatio(value: Ratio, decimals: number): number;
export function roundRatio(value: Ratio | null, decimals: number): number | null;
export function roundRatio(value: Ratio | null, decimals: number): number | null {
  if (value === null) return null;
  const scale = 10 ** decimals;
  const scaled = 2 * Number(value.numerator) * scale;
  const divisor = 2 * Number(value.denominator);
  const doubled = scaled + divisor / 2;
  // Whole numbers this small are exact as they are, and much faster than BigInts: nearly every figure is a ratio of counts.
  const isExact = Number.isSafeInteger(scaled) && Number.isSafeInteger(divisor) && Number.isSafeInteger(doubled);
  const units = isExact ? (doubled - modulo(doubled, divisor)) / divisor : Number(wholeUnits(value, BigInt(scale)));
  return units / scale;
}

/** The remainder from 0 up, whatever the sign of the dividend. */
function modulo(dividend: number, divisor: number): number {
  const remainder = dividend % divisor;
  return remainder < 0 ? remainder + divisor : remainder;
}

function wholeUnits({ numerator, denominator }: Ratio, scale: bigint): bigint {
  return floorDivide(2n * numerator * scale + denominator, 2n * denominator);
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
