import { describe, expect, it } from '@jest/globals';

import { escalationRating, flowCountRating, guidedRating, resolutionRating } from './ratings.js';

describe('resolutionRating', () => {
  it.each([
    [1, 'good'],
    [0.7501, 'good'],
    [3 / 4, 'fair'],
    [0.5, 'fair'],
    [0.4999, 'poor'],
    [0, 'poor'],
  ])('of %d is %s', (value, rating) => {
    expect(resolutionRating(value)).toBe(rating);
  });

  it('judges what the rounded figure hides', () => {
    expect(resolutionRating(7501 / 10_000)).toBe('good'); // shown as 0.750
  });
});

describe('escalationRating', () => {
  it.each([
    [0, 'good'],
    [0.0999, 'good'],
    [1 / 10, 'fair'],
    [0.25, 'fair'],
    [0.2501, 'poor'],
    [1, 'poor'],
  ])('of %d is %s', (value, rating) => {
    expect(escalationRating(value)).toBe(rating);
  });
});

describe('guidedRating', () => {
  it.each([
    [1, 'good'],
    [0.6001, 'good'],
    [6 / 10, 'fair'],
    [3 / 10, 'fair'],
    [0.2999, 'poor'],
    [0, 'poor'],
  ])('of %d is %s', (value, rating) => {
    expect(guidedRating(value)).toBe(rating);
  });
});

describe('flowCountRating', () => {
  it.each([
    [5, 'good'],
    [4, 'fair'],
    [1, 'fair'],
    [0, 'poor'],
  ])('of %i is %s', (count, rating) => {
    expect(flowCountRating(count)).toBe(rating);
  });
});
