import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { type QualityParts, qualityScore } from './quality-score.js';
import { toNumber } from './ratio.js';
import { recency } from './recency.js';
import { roundRatio, SCORE_DECIMALS } from './rounding.js';

const shown = (parts: QualityParts) => roundRatio(qualityScore(parts), SCORE_DECIMALS);

describe('recency', () => {
  it.each([
    [null, 0],
    [-1, 1], // a match may lie a few minutes in the future
    [0, 1],
    [9, 0.9],
    [45, 0.5],
    [89, 0.011],
    [90, 0],
    [400, 0],
  ])('%p days after the last match is %d', (days, expected) => {
    expect(roundRatio(recency(days), 3)).toBe(expected);
  });
});

describe('qualityScore', () => {
  it.each([
    ['nothing at all', { usageCount: 0, resolved: 0, guided: 0, daysSinceLastMatch: null }, 0],
    ['all it can have', { usageCount: 4, resolved: 4, guided: 4, daysSinceLastMatch: 0 }, 1],
    ['thirds, rounded once', { usageCount: 3, resolved: 2, guided: 2, daysSinceLastMatch: 89 }, 0.5356],
  ])('of a flow with %s', (_, parts, expected) => {
    expect(shown(parts)).toBe(expected);
  });

  it('lies in 0 to 1 and grows with each part', () => {
    const parts = fc.record({ usageCount: fc.integer({ min: 1, max: 500 }), days: fc.nat(200) });
    fc.assert(
      fc.property(parts, fc.nat(499), fc.nat(499), ({ usageCount, days }, resolved, guided) => {
        const base = {
          usageCount,
          resolved: resolved % usageCount,
          guided: guided % usageCount,
          daysSinceLastMatch: days + 1,
        };
        const score = toNumber(qualityScore(base));
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThan(1);
        expect(toNumber(qualityScore({ ...base, resolved: base.resolved + 1 }))).toBeGreaterThan(score);
        expect(toNumber(qualityScore({ ...base, guided: base.guided + 1 }))).toBeGreaterThan(score);
        expect(toNumber(qualityScore({ ...base, daysSinceLastMatch: days }))).toBeGreaterThanOrEqual(score);
      }),
    );
  });
});
