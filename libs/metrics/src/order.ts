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

/** The lower-cased name by code point, then the id. */
export function byNameThenId<T>(name: (item: T) => string, id: (item: T) => string): Comparison<T> {
  return inOrder(
    (a, b) => compareCodePoints(name(a).toLowerCase(), name(b).toLowerCase()),
    (a, b) => compareCodePoints(id(a), id(b)),
  );
}

/** JavaScript's own `<` compares UTF-16 units, which puts U+1F600 before U+FF21. */
export function compareCodePoints(a: string, b: string): number {
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
