import { describe, expect, it } from '@jest/globals';

import { minutesChange, rateChange, relativeChange } from './change.js';
import { ratio, share } from './ratio.js';

describe('relativeChange', () => {
  it.each([
    [112, 100, 0.12],
    [100, 100, 0],
    [0, 4, -1],
    [5, 0, null],
    [0, 0, null],
    [2001, 2000, 0.001], // 0.0005
    [1999, 2000, 0], // -0.0005
  ])('from %i before: %i', (value, previous, change) => {
    expect(relativeChange(ratio(value), ratio(previous))).toBe(change);
  });
});

describe('minutesChange', () => {
  it.each([
    [30, 20, 0.5],
    [null, 20, null],
    [30, null, null],
    [15, 30, -0.5],
  ])('of %p against %p is %p', (value, previous, change) => {
    expect(minutesChange(value, previous)).toBe(change);
  });
});

describe('rateChange', () => {
  it('is a difference of unrounded rates', () => {
    expect(rateChange(ratio(2, 3), ratio(1, 3))).toBe(0.333); // the rounded ones would give 0.334
    expect(rateChange(ratio(1, 2), ratio(3, 4))).toBe(-0.25);
  });

  it('is unknown when either window is empty', () => {
    expect(rateChange(share(0, 0), ratio(1, 2))).toBeNull();
    expect(rateChange(ratio(1, 2), share(0, 0))).toBeNull();
  });
});
