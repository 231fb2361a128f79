import { describe, expect, it } from '@jest/globals';

import { averageHours, roundedHours, unloggedHoursEstimate } from './hours.js';

describe('hours', () => {
  it.each([
    [0, 0],
    [12_345, 1.23],
    [12_350, 1.24], // 1.235
    [10_050, 1.01], // 1.005
  ])('shows %i ten-thousandths as %d', (parts, shown) => {
    expect(roundedHours(parts)).toBe(shown);
  });

  it('averages over the sessions with an entry, 0 when there is none', () => {
    expect(averageHours(10_000, 3)).toBe(0.33);
    expect(averageHours(10_000, 0)).toBe(0);
  });

  it('estimates with the unrounded average', () => {
    expect(unloggedHoursEstimate(30, 10_000, 3)).toBe(10); // 30 * 0.33 would be 9.9
    expect(unloggedHoursEstimate(0, 10_000, 3)).toBe(0);
    expect(unloggedHoursEstimate(30, 10_000, 0)).toBeNull();
  });
});
