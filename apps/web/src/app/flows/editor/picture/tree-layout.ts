import { type Contour, contourOf, joined, raised } from './contour.js';

/** Where a node of the picture stands: the middle of its box in columns, its row counted from 0. */
export interface NodePosition {
  readonly column: number;
  readonly row: number;
}

export interface TreeLayout {
  readonly positions: readonly NodePosition[];
  /** Size of the picture, in columns and rows. */
  readonly columns: number;
  readonly rows: number;
}

/**
 * A tidy picture of a tree (Reingold and Tilford): each parent stands in the middle above its children, and boxes of
 * a row are at least one column apart. Nodes come in pre-order; `parents` holds the index of each node's parent,
 * null for a root; several roots stand side by side. Linear, without recursion.
 */
export function treeLayout(parents: readonly (number | null)[]): TreeLayout {
  const children = childrenOf(parents);
  // Relative to the parent's column; roots relative to the whole.
  const offsets = parents.map(() => 0);
  const contours: Contour[] = [];
  // Pre-order backwards meets every child before its parent.
  for (let node = parents.length - 1; node >= 0; node -= 1) {
    contours[node] = raised(placeSideBySide(children[node] ?? [], contours, offsets, true));
  }
  const roots = parents.flatMap((parent, node) => (parent === null ? [node] : []));
  const whole = placeSideBySide(roots, contours, offsets, false);
  return positioned(parents, offsets, whole);
}

function childrenOf(parents: readonly (number | null)[]): number[][] {
  const children: number[][] = parents.map(() => []);
  parents.forEach((parent, node) => {
    if (parent !== null) children[parent]?.push(node);
  });
  return children;
}

/** Sets the nodes' offsets and answers their common contour, around the middle between the first and the last. */
function placeSideBySide(
  nodes: readonly number[],
  contours: readonly Contour[],
  offsets: number[],
  centred: boolean,
): Contour {
  let common = contourOf();
  for (const node of nodes) {
    const { contour, shift } = joined(common, contours[node] ?? contourOf());
    offsets[node] = shift;
    common = contour;
  }
  const middle = centred ? ((offsets[nodes.at(0) ?? -1] ?? 0) + (offsets[nodes.at(-1) ?? -1] ?? 0)) / 2 : 0;
  for (const node of nodes) offsets[node] = (offsets[node] ?? 0) - middle;
  return { ...common, shift: common.shift - middle };
}

function positioned(parents: readonly (number | null)[], offsets: readonly number[], whole: Contour): TreeLayout {
  const leftmost = Math.min(0, ...whole.left.map((column) => column + whole.shift));
  const positions: NodePosition[] = [];
  parents.forEach((parent, node) => {
    const above = parent === null ? undefined : positions[parent];
    const column = (above?.column ?? -leftmost) + (offsets[node] ?? 0);
    positions.push({ column, row: above ? above.row + 1 : 0 });
  });
  const rightmost = Math.max(0, ...positions.map(({ column }) => column));
  return {
    positions,
    columns: positions.length === 0 ? 0 : rightmost + 1,
    rows: whole.left.length,
  };
}
