/** Indices of a longest strictly rising subsequence. O(n log n). */
export function longestRise(values: readonly number[]): number[] {
  /** For each length, the index of the lowest value that ends a rise of that length. */
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  values.forEach((value, index) => {
    const length = lengthBelow(ends, values, value);
    previous[index] = ends[length - 1];
    ends[length] = index;
  });
  const rise: number[] = [];
  for (let index = ends.at(-1); index !== undefined; index = previous[index]) rise.unshift(index);
  return rise;
}

/** How long the longest rise is that ends below the value. */
function lengthBelow(ends: readonly number[], values: readonly number[], value: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[ends[middle] ?? 0] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
