/** A fraction of whole numbers, denominator above 0. */
export type Fraction = readonly [numerator: bigint, denominator: bigint];

export const fraction = (numerator: number | bigint, denominator: number | bigint): Fraction => [
  BigInt(numerator),
  BigInt(denominator),
];

/** Rounded half up, exactly: the greatest step that is at most half a step above. */
export function rounded([numerator, denominator]: Fraction, decimals: number): number {
  const scale = 10n ** BigInt(decimals);
  let steps = (numerator * scale) / denominator - 2n;
  while ((2n * (steps + 1n) - 1n) * denominator <= 2n * numerator * scale) steps += 1n;
  return Number(steps) / Number(scale);
}

/** A share of a group, 3 decimals, null of an empty one. */
export const shareOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : rounded(fraction(part, whole), 3);

export const difference = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d - c * b, b * d];

/** Which is greater, exactly. */
export function compare([a, b]: Fraction, [c, d]: Fraction): number {
  const product = a * d - c * b;
  return product > 0n ? 1 : product < 0n ? -1 : 0;
}

/** `(value - before) / before`, 3 decimals, null on a base of 0. */
export function relativeChangeOf(value: number, before: number): number | null {
  return before === 0 ? null : rounded(fraction(value - before, before), 3);
}

/** The Wilson interval as the definitions write it. */
export function wilson(resolved: number, n: number): { success_low: number | null; success_high: number | null } {
  if (n === 0) return { success_low: null, success_high: null };
  const z = 1.959964;
  const p = resolved / n;
  const centre = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return { success_low: near(centre - half), success_high: near(centre + half) };
}

const near = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000;

/** Texts by code point, then ids: by their UTF-8, which has the same order. */
export function compareNames(a: readonly [name: string, id: string], b: readonly [name: string, id: string]): number {
  return bytewise(a[0].toLowerCase(), b[0].toLowerCase()) || bytewise(a[1], b[1]);
}

const bytewise = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
