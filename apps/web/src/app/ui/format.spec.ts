import {
  count,
  counted,
  daysAgo,
  duration,
  hours,
  minutes,
  percent,
  percentNumber,
  points,
  score,
  signedHours,
  wholeHours,
} from './format.js';

describe('numbers', () => {
  it.each([
    [count(1284), '1,284'],
    [count(0), '0'],
    [percentNumber(0.689), '68.9'],
    [percentNumber(0.14), '14.0'],
    [percent(1), '100.0%'],
    [points(-0.024), '2.4 pts'],
    [hours(641.25), '641.25 h'],
    [hours(0.9), '0.90 h'],
    [signedHours(0.25), '+0.25 h'],
    [signedHours(-1.5), '−1.50 h'],
    [signedHours(-0.001), '0.00 h'],
    [wholeHours(641.25), '641 h'],
    [score(0.9431), '0.94'],
    [counted(1, 'session'), '1 session'],
    [counted(1204, 'session'), '1,204 sessions'],
    [counted(2, 'category', 'categories'), '2 categories'],
  ])('%s is written %s', (written, expected) => {
    expect(written).toBe(expected);
  });

  it.each([count, percent, percentNumber, hours, wholeHours, score, minutes])('a missing one is a dash', (write) => {
    expect(write(null)).toBe('–');
  });
});

describe('durations', () => {
  it.each([
    [0, '0 min'],
    [0.3, '<1 min'],
    [0.5, '1 min'],
    [35.4, '35 min'],
    [89.9, '90 min'],
    [90, '1.5 h'],
    [96, '1.6 h'],
    [120, '2.0 h'],
    [2159, '36.0 h'],
    [2160, '1.5 d'],
    [4320, '3 d'],
  ])('%d minutes are written %s', (value, written) => {
    expect(minutes(value)).toBe(written);
  });

  it('keeps figure and unit apart for cards', () => {
    expect(duration(25)).toEqual({ figure: '25', unit: 'min' });
    expect(duration(null)).toEqual({ figure: '–', unit: '' });
  });
});

describe('days since', () => {
  it.each([
    [null, 'Never'],
    [0, 'Today'],
    [1, 'Yesterday'],
    [7, '7 days ago'],
    [1200, '1,200 days ago'],
  ])('%s is %s', (days, written) => {
    expect(daysAgo(days)).toBe(written);
  });
});
