import { countTicks, sharedTicks } from './axis-ticks';

describe('countTicks', () => {
  it.each([
    [74, [0, 20, 40, 60, 80]],
    [80, [0, 20, 40, 60, 80]],
    [81, [0, 30, 60, 90]],
    [100, [0, 25, 50, 75, 100]],
    [9, [0, 3, 6, 9]],
    [12, [0, 3, 6, 9, 12]],
    [5, [0, 2, 4, 6]],
    [3, [0, 1, 2, 3]],
    [1_284, [0, 400, 800, 1_200, 1_600]],
  ])('reaches %d with %j', (max, ticks) => {
    expect(countTicks(max)).toEqual(ticks);
  });

  it('counts one by one while there is little to count', () => {
    expect(countTicks(2)).toEqual([0, 1, 2]);
    expect(countTicks(1)).toEqual([0, 1]);
    expect(countTicks(0)).toEqual([0, 1]);
  });

  it.each([4, 7, 11, 37, 99, 101, 5_432, 1_000_000])('is whole, even and reaches %d', (max) => {
    const ticks = countTicks(max);
    expect(ticks.every(Number.isInteger)).toBe(true);
    expect(ticks.at(-1)).toBeGreaterThanOrEqual(max);
    expect([4, 5]).toContain(ticks.length);
  });
});

describe('sharedTicks', () => {
  it('gives both axes the same number of round ticks', () => {
    expect(sharedTicks(51, 43.5)).toEqual({ left: [0, 20, 40, 60], right: [0, 15, 30, 45] });
  });

  it('allows parts of an hour', () => {
    expect(sharedTicks(8, 1.9)).toEqual({ left: [0, 2, 4, 6, 8], right: [0, 0.5, 1, 1.5, 2] });
  });

  it('stands without hours, and without anything', () => {
    expect(sharedTicks(2, 0)).toEqual({ left: [0, 1, 2], right: [0, 1, 2] });
    expect(sharedTicks(0, 0)).toEqual({ left: [0, 1], right: [0, 1] });
  });
});
