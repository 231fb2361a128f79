import { describe, expect, it } from '@jest/globals';

import { suggestedHours } from './suggested-hours.js';

describe('suggestedHours', () => {
  it.each([
    [0, 15, 0.25],
    [7, 15, 0.25],
    [22.4, 15, 0.25],
    [22.5, 15, 0.5],
    [50, 15, 0.75],
    [61, 6, 1],
    [10, 1, 0.1667],
    [100_000, 15, 24],
  ])('%d minutes in steps of %d are %d hours', (minutes, increment, hours) => {
    expect(suggestedHours(minutes, increment)).toBe(hours);
  });
});
