/**
 * An exact fraction, denominator above 0. Figures are worked out in these and rounded once, so that neither a
 * rounding nor an order ever depends on how a binary fraction came about.
 */
export interface Ratio {
  numerator: bigint;
  denominator: bigint;
}

/** The fraction of two whole numbers. @throws RangeError unless both are whole and the denominator is above 0. */
export function ratio(numerator: number | bigint, denominator: number | bigint = 1): Ratio {
  const whole = { numerator: BigInt(numerator), denominator: BigInt(denominator) };
  if (whole.denominator <= 0n) throw new RangeError('a ratio needs a denominator above 0');
  return whole;
}

/** The share of a part in a whole, null when the whole is empty. */
export function share(part: number, whole: number): Ratio | null {
  return whole === 0 ? null : ratio(part, whole);
}

/** A decimal as PostgreSQL writes a numeric, such as `-12.3450`. @throws SyntaxError for any other text. */
export function decimal(text: string): Ratio {
  return sumOfDecimals([text]);
}

/** What decimals as `decimal` reads them add up to; 0 of none. */
export function sumOfDecimals(texts: readonly string[]): Ratio {
  const decimals = texts.reduce((most, text) => Math.max(most, decimalsOf(text)), 0);
  const wholes = texts.map((text) => scaled(text, decimals));
  // Whole numbers this small are exact as they are, and much faster than BigInts.
  if (texts.length <= MANY && wholes.every((whole) => SMALL.test(whole))) return ratio(wholes.reduce((sum, whole) => sum + Number(whole), 0), 10 ** decimals);
  return ratio(wholes.reduce((sum, whole) => sum + BigInt(whole), 0n), 10n ** BigInt(decimals));
}

/** So many of at most so many digits add up to a safe integer. */
const MANY = 1_000;
const SMALL = /^-?\d{1,12}$/;

function decimalsOf(text: string): number {
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}

/** The decimal times a power of ten, which makes it whole: as text. */
function scaled(text: string, decimals: number): string {
  const point = text.indexOf('.');
  const digits = point < 0 ? text : text.slice(0, point) + text.slice(point + 1);
  return digits + '0'.repeat(decimals - decimalsOf(text));
}

export function add(a: Ratio, b: Ratio): Ratio {
  return ratio(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function subtract(a: Ratio, b: Ratio): Ratio {
  return add(a, ratio(-b.numerator, b.denominator));
}

export function multiply(a: Ratio, b: Ratio): Ratio {
  return ratio(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** @throws RangeError when the divisor is not above 0. */
export function divide(a: Ratio, b: Ratio): Ratio {
  return ratio(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** Far more than the error of a binary fraction, relative to its size. */
const SURELY_APART = 1e-12;

/** Below 0, 0 or above 0 as `a` is less than, equal to or greater than `b`. */
export function compareRatios(a: Ratio, b: Ratio): number {
  return compareMeasured(measured(a), measured(b));
}

/** A ratio beside its nearest binary fraction, which a sort then works out once and not for each comparison. */
export interface Measured {
  exact: Ratio;
  near: number;
}

export function measured(exact: Ratio): Measured {
  return { exact, near: toNumber(exact) };
}

/** As `compareRatios`. */
export function compareMeasured(a: Measured, b: Measured): number {
  const [x, y] = [a.near, b.near];
  if (Math.abs(x - y) > SURELY_APART * Math.max(Math.abs(x), Math.abs(y))) return x < y ? -1 : 1;
  const difference = a.exact.numerator * b.exact.denominator - b.exact.numerator * a.exact.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The nearest binary fraction: for judging against bands, never for showing. */
export function toNumber(value: Ratio): number {
  return Number(value.numerator) / Number(value.denominator);
}
