import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { ascending, byNameThenId, compareCodePoints, descending, inOrder } from './order.js';

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
