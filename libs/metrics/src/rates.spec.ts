import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { evidence, rate } from './rates.js';

describe('rate', () => {
  it.each([
    [7, 10, 0.7],
    [499, 890, 0.561],
    [1, 8, 0.125],
    [0, 3, 0],
    [3, 3, 1],
    [0, 0, null],
  ])('of %i in %i is %p', (part, whole, expected) => {
    expect(rate(part, whole)).toBe(expected);
  });

  it('is a share with at most 3 decimals', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.integer({ min: 1, max: 10_000 }), (part, rest) => {
        const value = rate(part, part + rest);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(String(value)).toMatch(/^\d(\.\d{1,3})?$/);
      }),
    );
  });
});

describe('evidence', () => {
  it.each([
    [8, 8, 'sufficient'],
    [7, 8, 'insufficient'],
    [0, 1, 'insufficient'],
  ])('of %i closed at a minimum of %i is %s', (closed, minSample, expected) => {
    expect(evidence(closed, minSample)).toBe(expected);
  });
});
