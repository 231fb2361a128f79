/**
 * The left and right edge of a subtree, a column for each of its rows, the lowest row first so that a row can be
 * put on top cheaply. All columns are to be read plus `shift`.
 */
export interface Contour {
  readonly left: number[];
  readonly right: number[];
  readonly shift: number;
}

export function contourOf(): Contour {
  return { left: [], right: [], shift: 0 };
}

/** The contour with one more row on top: a node at column 0. The contour given is used up. */
export function raised(contour: Contour): Contour {
  contour.left.push(-contour.shift);
  contour.right.push(-contour.shift);
  return contour;
}

/**
 * The contour of both, `next` shifted as far left as leaves a column between them on every row they share. Costs
 * the rows of the lower one; both given are used up.
 */
export function joined(contour: Contour, next: Contour): { contour: Contour; shift: number } {
  const shift = separation(contour, next);
  const moved: Contour = { ...next, shift: next.shift + shift };
  if (contour.left.length >= next.left.length) {
    copyTop(moved.right, moved.shift, contour.right, contour.shift);
    return { contour, shift };
  }
  copyTop(contour.left, contour.shift, moved.left, moved.shift);
  return { contour: moved, shift };
}

function separation(contour: Contour, next: Contour): number {
  let shift = Number.NEGATIVE_INFINITY;
  for (let row = 1; row <= Math.min(contour.right.length, next.left.length); row += 1) {
    const right = (contour.right.at(-row) ?? 0) + contour.shift;
    const left = (next.left.at(-row) ?? 0) + next.shift;
    shift = Math.max(shift, right - left + 1);
  }
  return Number.isFinite(shift) ? shift : 0;
}

/** Writes the rows of `from` over the top rows of `to`, which has at least as many. */
function copyTop(from: readonly number[], fromShift: number, to: number[], toShift: number): void {
  for (let row = 1; row <= from.length; row += 1) {
    to[to.length - row] = (from.at(-row) ?? 0) + fromShift - toShift;
  }
}
