import { isFree } from './key-target.js';

describe('isFree', () => {
  const at = (html: string) => {
    document.body.innerHTML = html;
    return isFree(document.querySelector('[data-at]'));
  };

  it.each([
    '<input data-at>',
    '<input type="search" data-at>',
    '<textarea data-at></textarea>',
    '<select><option data-at></option></select>',
    '<div contenteditable="true"><b data-at></b></div>',
    '<div role="menu"><button data-at></button></div>',
    '<div role="dialog"><button data-at></button></div>',
  ])('leaves %s alone', (html) => {
    expect(at(html)).toBe(false);
  });

  it.each(['<a href="/" data-at></a>', '<input type="checkbox" data-at>', '<main tabindex="-1" data-at></main>'])(
    'takes keys from %s',
    (html) => {
      expect(at(html)).toBe(true);
    },
  );

  it('takes keys from the page itself', () => {
    expect(isFree(document)).toBe(true);
  });
});
