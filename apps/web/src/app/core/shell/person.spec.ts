import { initials } from './person.js';

describe('initials', () => {
  it.each([
    ['Amelia Marsh', 'AM'],
    ['Amelia Jane Marsh', 'AM'],
    ['cher', 'C'],
    [' ', ''],
    ['Åsa Öberg', 'ÅÖ'],
    ['𝔄lma Mater', '𝔄M'],
  ])('of %s are %s', (name, letters) => {
    expect(initials(name)).toBe(letters);
  });
});
