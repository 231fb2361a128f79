import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { ratio } from './ratio.js';
import { roundHalfUp, roundRatio } from './rounding.js';

describe('roundRatio', () => {
  it.each([
    [1, 8, 3, 0.125],
    [1, 16, 3, 0.063], // 0.0625
    [1, 2000, 3, 0.001], // 0.0005
    [201, 200, 2, 1.01], // 1.005, which 1.005 * 100 in binary misses
    [2, 3, 3, 0.667],
    [1, 3, 3, 0.333],
    [1, 1, 3, 1],
    [0, 5, 3, 0],
    [-1, 2000, 3, 0], // -0.0005: half goes up
    [-3, 2000, 3, -0.001], // -0.0015
    [-1, 3, 3, -0.333],
    [5, 2, 0, 3],
  ])('rounds %i/%i to %i decimals as %d', (numerator, denominator, decimals, rounded) => {
    expect(roundRatio(ratio(numerator, denominator), decimals)).toBe(rounded);
  });

  it('leaves null alone', () => {
    expect(roundRatio(null, 3)).toBeNull();
  });

  it('is never more than half a step off, and takes the upper one when it is exactly half', () => {
    const counts = fc.tuple(fc.nat(100_000), fc.integer({ min: 1, max: 100_000 }));
    fc.assert(
      fc.property(counts, ([part, whole]) => {
        const steps = Math.round(roundRatio(ratio(part, whole), 3) * 1000);
        const twiceOff = 2 * (steps * whole - part * 1000);
        expect(twiceOff).toBeGreaterThan(-whole);
        expect(twiceOff).toBeLessThanOrEqual(whole);
      }),
    );
  });
});

describe('roundRatio of small and large terms', () => {
  it('is the floor of half a step more, in whole numbers of any size', () => {
    const term = (most: bigint) => fc.bigInt({ min: -most, max: most });
    const numerator = fc.oneof(term(1_000n), term(2n ** 43n), term(2n ** 54n), term(10n ** 30n));
    const denominator = fc.oneof(term(1_000n), term(2n ** 53n), term(10n ** 30n)).map((value) => (value < 0n ? -value : value) + 1n);
    fc.assert(
      fc.property(numerator, denominator, fc.nat(4), (above, below, decimals) => {
        const scale = 10n ** BigInt(decimals);
        const dividend = 2n * above * scale + below;
        const divisor = 2n * below;
        const remainder = ((dividend % divisor) + divisor) % divisor;
        const expected = Number((dividend - remainder) / divisor) / Number(scale);
        expect(roundRatio(ratio(above, below), decimals)).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('roundHalfUp', () => {
  it.each([
    [0.3, 1, 0.3],
    [34.96, 1, 35],
    [0.25, 1, 0.3],
    [-0.25, 1, -0.2],
    [-0.01, 1, 0],
  ])('rounds %d to %i decimals as %d', (value, decimals, rounded) => {
    expect(roundHalfUp(value, decimals)).toBe(rounded);
  });
});
