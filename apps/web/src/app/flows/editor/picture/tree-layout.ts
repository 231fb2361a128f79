import { hierarchy, tree } from 'd3-hierarchy';

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

interface TreeNode {
  /** Null above all roots. */
  readonly index: number | null;
  readonly children: TreeNode[];
}

/** Boxes of a row stand one column apart at least, cousins too. */
const layOut = tree<TreeNode>().nodeSize([1, 1]).separation(() => 1);

/**
 * A tidy picture of a tree: each parent stands in the middle above its children, and boxes of a row are at least one
 * column apart. `parents` holds the index of each node's parent, which comes before it, null for a root; several
 * roots stand side by side.
 */
export function treeLayout(parents: readonly (number | null)[]): TreeLayout {
  const drawn = layOut(hierarchy(rootAbove(parents))).descendants().filter(({ data }) => data.index !== null);
  const leftmost = Math.min(...drawn.map(({ x }) => x));
  const positions: NodePosition[] = [];
  for (const { data, x, depth } of drawn) positions[data.index ?? 0] = { column: x - leftmost, row: depth - 1 };
  return {
    positions,
    columns: Math.max(0, ...positions.map(({ column }) => column + 1)),
    rows: Math.max(0, ...positions.map(({ row }) => row + 1)),
  };
}

function rootAbove(parents: readonly (number | null)[]): TreeNode {
  const root: TreeNode = { index: null, children: [] };
  const nodes = parents.map((_, index): TreeNode => ({ index, children: [] }));
  nodes.forEach((node, index) => (nodes[parents[index] ?? -1] ?? root).children.push(node));
  return root;
}
