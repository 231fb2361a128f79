import { dayAfterKey, dayAtPixel } from './day-cursor-move';

describe('dayAfterKey', () => {
  it.each([
    ['ArrowRight', null, 0],
    ['ArrowRight', 0, 1],
    ['ArrowRight', 29, 29],
    ['ArrowLeft', null, 29],
    ['ArrowLeft', 1, 0],
    ['ArrowLeft', 0, 0],
    ['Home', 12, 0],
    ['End', 12, 29],
    ['Escape', 12, null],
  ])('%s from %s goes to %s', (key, from, to) => {
    expect(dayAfterKey(key, from, 30)).toBe(to);
  });

  it('leaves other keys to the page', () => {
    expect(dayAfterKey('Tab', 3, 30)).toBeUndefined();
    expect(dayAfterKey('Escape', null, 30)).toBeUndefined();
    expect(dayAfterKey('ArrowRight', null, 0)).toBeUndefined();
  });
});

describe('dayAtPixel', () => {
  it.each([
    [0, 0],
    [29.9, 0],
    [30, 1],
    [899, 29],
    [900, 29],
    [-4, 0],
  ])('finds at %d pixels day %d', (x, day) => {
    expect(dayAtPixel(x, 900, 30)).toBe(day);
  });

  it('finds none among none', () => {
    expect(dayAtPixel(10, 900, 0)).toBeNull();
    expect(dayAtPixel(10, 0, 30)).toBeNull();
  });
});
