import { medianDoubt, shareDoubt, successDoubt } from './how-sure.js';

describe('how sure a figure is', () => {
  it.each([
    [12, 18, '95%: 43.7 to 83.7% of the closed'],
    [3, 3, '95%: 43.9 to 100.0% of the closed, too few to be sure'],
    [0, 0, 'None is closed yet'],
  ])('is the interval of %i resolved of %i closed', (resolved, closed, words) => {
    expect(successDoubt(resolved, closed, 8)).toBe(words);
  });

  it.each([
    [8, 20, '8 of 20 are closed'],
    [7, 20, '7 of 20 are closed, too few to be sure'],
    [0, 20, 'None is closed yet'],
  ])('is what stands behind it where there is no interval: %i of %i', (closed, all, words) => {
    expect(shareDoubt(closed, all, 8)).toBe(words);
  });

  it.each([
    [1_200, '1,200 resolved, at most 1% off'],
    [7, '7 resolved, at most 1% off, too few to be sure'],
    [0, 'None is resolved yet'],
  ])('is the number of sessions of a median: %i', (resolved, words) => {
    expect(medianDoubt(resolved, 8)).toBe(words);
  });
});
