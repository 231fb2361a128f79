import { describe, expect, it } from '@jest/globals';

import { attemptsSinceMended, retryDelay } from './retry-delay.js';

describe('retryDelay', () => {
  it.each([
    [1, 0, 1_000],
    [1, 0.999, 1_999],
    [2, 0, 2_000],
    [5, 0.5, 24_000],
    [12, 0.999, 3_598_200],
    [2_000, 0, 1_800_000],
  ])('after attempt %d with chance %d waits %d ms', (attempt, chance, delay) => {
    expect(retryDelay(attempt, 2_000, chance)).toBe(delay);
  });
});

describe('attemptsSinceMended', () => {
  it.each([
    [1, 15, 1],
    [15, 15, 15],
    [3, 3, 3],
    [8, 22, 1],
    [16, 30, 1],
    [30, 30, 15],
  ])('of %d attempts with a limit of %d are %d', (attempts, limit, since) => {
    expect(attemptsSinceMended(attempts, limit)).toBe(since);
  });
});
