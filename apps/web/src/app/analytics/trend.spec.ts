import { trendOf, trendSpan } from './trend.js';

describe('trendSpan', () => {
  it.each([
    [7, 1],
    [14, 1],
    [15, 7],
    [90, 7],
  ])('of %d days is %d', (days, span) => {
    expect(trendSpan(days)).toBe(span);
  });
});

describe('trendOf', () => {
  const one = () => 1;
  const itself = (value: number) => value;

  it('of a week is that of each day', () => {
    expect(trendOf([3, 0, 5], itself, one)).toEqual([3, 0, 5]);
  });

  it('has gaps where there is nothing to divide by', () => {
    expect(trendOf([4, 0, 2], one, itself)).toEqual([0.25, null, 0.5]);
  });

  it('of a longer window is level when each week is like the last', () => {
    const weeks = Array.from({ length: 28 }, (_, day) => (day % 7 >= 5 ? 1 : 50));
    const trend = trendOf(weeks, itself, one);
    expect(trend).toHaveLength(22);
    expect(new Set(trend)).toEqual(new Set([252 / 7]));
  });

  it('is empty without days', () => {
    expect(trendOf([], itself, one)).toEqual([]);
  });
});
