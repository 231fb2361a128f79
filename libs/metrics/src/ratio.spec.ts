import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { add, compareRatios, decimal, divide, multiply, ratio, share, subtract, sumOfDecimals, toNumber } from './ratio.js';

const fraction = fc
  .tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 1, max: 1000 }))
  .map(([numerator, denominator]) => ratio(numerator, denominator));

describe('ratio', () => {
  it('refuses a whole of nothing and parts that are not whole', () => {
    expect(() => ratio(1, 0)).toThrow(RangeError);
    expect(() => ratio(1, -2)).toThrow(RangeError);
    expect(() => ratio(0.5, 2)).toThrow(RangeError);
  });

  it('knows no share of an empty group', () => {
    expect(share(0, 0)).toBeNull();
    expect(share(1, 4)).toEqual({ numerator: 1n, denominator: 4n });
  });

  it.each([
    ['12', 12],
    ['0.1234567', 0.1234567],
    ['-12.3450', -12.345],
    ['7.25', 7.25],
  ])('reads the decimal %s', (text, value) => {
    expect(toNumber(decimal(text))).toBe(value);
  });

  it('adds decimals up exactly, however many places they have', () => {
    const whole = fc.oneof(fc.bigInt({ min: -9_999n, max: 9_999n }), fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }));
    const texts = fc.array(fc.tuple(whole, fc.stringMatching(/^[0-9]{0,9}$/)));
    fc.assert(
      fc.property(texts, (some) => {
        const parts = some.map(([integer, places]) => ratio(BigInt(`${integer}${places}`), 10n ** BigInt(places.length)));
        const written = some.map(([integer, places]) => (places === '' ? `${integer}` : `${integer}.${places}`));
        expect(compareRatios(sumOfDecimals(written), parts.reduce(add, ratio(0)))).toBe(0);
      }),
    );
    const many = Array<string>(10_000).fill('999999999999');
    expect(sumOfDecimals(many).numerator).toBe(9_999_999_999_990_000n);
  });

  it('refuses a text that is no decimal', () => {
    expect(() => decimal('NaN')).toThrow(SyntaxError);
  });

  it('compares where binary fractions would differ', () => {
    expect(compareRatios(add(ratio(1, 10), ratio(2, 10)), ratio(3, 10))).toBe(0);
    expect(compareRatios(ratio(1, 3), ratio(33_333_333_333, 100_000_000_000))).toBe(1);
    expect(compareRatios(ratio(-1, 2), ratio(1, 3))).toBe(-1);
  });

  it('obeys the laws of fractions', () => {
    fc.assert(
      fc.property(fraction, fraction, (a, b) => {
        expect(compareRatios(add(subtract(a, b), b), a)).toBe(0);
        if (b.numerator > 0n) expect(compareRatios(multiply(divide(a, b), b), a)).toBe(0);
        expect(Math.sign(compareRatios(a, b))).toBe(-Math.sign(compareRatios(b, a)) + 0);
      }),
    );
  });

  it('divides only by what is above 0', () => {
    expect(() => divide(ratio(1), ratio(0))).toThrow(RangeError);
  });
});
