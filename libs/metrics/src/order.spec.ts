import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { ascending, byNameThenId, compareCodePoints, descending, firstInOrder, inOrder } from './order.js';

interface Named {
  id: string;
  name: string;
}

const byName = byNameThenId<Named>(
  (item) => item.name,
  (item) => item.id,
);

describe('byNameThenId', () => {
  it('does not see case, and tells equal names apart by id', () => {
    const items = [
      { id: '2', name: 'vpn' },
      { id: '3', name: 'Email' },
      { id: '1', name: 'VPN' },
    ];
    expect(items.sort(byName).map((item) => item.id)).toEqual(['3', '1', '2']);
  });
});

describe('compareCodePoints', () => {
  it.each([
    ['a', 'b'],
    ['a', 'aa'],
    ['', 'a'],
    ['Z', 'a'],
    ['z', 'é'],
    ['\uFF21', '\u{1F600}'],
  ])('puts %j before %j', (first, second) => {
    expect(compareCodePoints(first, second)).toBeLessThan(0);
    expect(compareCodePoints(second, first)).toBeGreaterThan(0);
  });

  it('orders as the lists of code points do', () => {
    const text = fc.string({ unit: 'binary', maxLength: 6 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const bytes = Buffer.compare(Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8'));
        expect(Math.sign(compareCodePoints(a, b))).toBe(bytes);
      }),
    );
  });
});

describe('compareCodePoints of any UTF-16 text', () => {
  it('orders halves of code points too as they are iterated', () => {
    const units = fc.constantFrom('a', 'b', '\uD83D', '\uDE00', '\uD7FF', '\uE000', '\uFF21');
    const text = fc.array(units, { maxLength: 5 }).map((parts) => parts.join(''));
    const points = (value: string) => Array.from(value, (point) => point.codePointAt(0) ?? 0);
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [x, y] = [points(a), points(b)];
        const at = x.findIndex((point, index) => point !== y[index]);
        const expected = at < 0 ? x.length - y.length : (x[at] ?? 0) - (y[at] ?? -1);
        expect(Math.sign(compareCodePoints(a, b))).toBe(Math.sign(expected));
      }),
    );
  });
});

describe('firstInOrder', () => {
  it('is the head of all in order, equal ones as they came', () => {
    const items = fc.array(fc.record({ key: fc.nat(4), place: fc.nat() }), { maxLength: 30 });
    const byKey = ascending<{ key: number }>((item) => item.key);
    fc.assert(
      fc.property(items, fc.nat(12), (all, count) => {
        expect(firstInOrder(all, count, byKey)).toEqual(all.toSorted(byKey).slice(0, count));
      }),
    );
  });
});

describe('inOrder', () => {
  it('falls through to the next comparison on a tie', () => {
    const compare = inOrder<[number, number]>(
      descending(([first]) => first),
      ascending(([, second]) => second),
    );
    const sorted = [
      [1, 2],
      [2, 9],
      [1, 1],
    ].sort((a, b) => compare([a[0] ?? 0, a[1] ?? 0], [b[0] ?? 0, b[1] ?? 0]));
    expect(sorted).toEqual([
      [2, 9],
      [1, 1],
      [1, 2],
    ]);
    expect(compare([1, 1], [1, 1])).toBe(0);
  });
});
