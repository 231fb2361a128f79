/** A comparison as `Array.prototype.sort` takes it. */
export type Comparison<T> = (a: T, b: T) => number;

/** The first of several comparisons that tells two apart. */
export function inOrder<T>(...comparisons: Comparison<T>[]): Comparison<T> {
  return (a, b) => {
    for (const compare of comparisons) {
      const result = compare(a, b);
      if (result !== 0) return result;
    }
    return 0;
  };
}

export function ascending<T>(value: (item: T) => number): Comparison<T> {
  return (a, b) => value(a) - value(b);
}

export function descending<T>(value: (item: T) => number): Comparison<T> {
  return (a, b) => value(b) - value(a);
}

/**
 * The first few of the items in an order, as sorting all of them and cutting off the rest would find them. Keeping a few
 * takes about a comparison an item.
 */
export function firstInOrder<T>(items: readonly T[], count: number, compare: Comparison<T>): T[] {
  if (count >= items.length) return [...items].sort(compare);
  const first: T[] = [];
  for (const item of items) {
    const place = first.findLastIndex((kept) => compare(kept, item) <= 0) + 1;
    if (place === count) continue;
    first.splice(place, 0, item);
    if (first.length > count) first.pop();
  }
  return first;
}

/** The lower-cased name by code point, then the id. */
export function byNameThenId<T>(name: (item: T) => string, id: (item: T) => string): Comparison<T> {
  return inOrder(
    byCodePoint((item) => name(item).toLowerCase()),
    byCodePoint(id),
  );
}

export function byCodePoint<T>(text: (item: T) => string): Comparison<T> {
  return (a, b) => compareCodePoints(text(a), text(b));
}

/** JavaScript's own `<` compares UTF-16 units, which puts U+1F600 before U+FF21. */
export function compareCodePoints(a: string, b: string): number {
  const shared = Math.min(a.length, b.length);
  for (let at = 0; at < shared; at += 1) {
    const x = a.charCodeAt(at);
    const y = b.charCodeAt(at);
    if (x !== y) return isSurrogate(x) || isSurrogate(y) ? compareEachCodePoint(a, b) : x - y;
  }
  return a.length - b.length;
}

/** Half of a code point above U+FFFF: by itself it does not tell where that belongs. */
function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

/** Right for every text, and an order of magnitude slower than going by UTF-16 units. */
function compareEachCodePoint(a: string, b: string): number {
  const left = a[Symbol.iterator]();
  const right = b[Symbol.iterator]();
  for (;;) {
    const x = left.next();
    const y = right.next();
    if (x.done || y.done) return Number(Boolean(y.done)) - Number(Boolean(x.done));
    const difference = (x.value.codePointAt(0) ?? 0) - (y.value.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
}
