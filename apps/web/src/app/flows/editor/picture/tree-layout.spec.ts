import fc from 'fast-check';

import { treeLayout } from './tree-layout.js';

/** Any forest in pre-order: each node hangs on one of the nodes still open on the path to the last one. */
const forests = fc.array(fc.nat(), { maxLength: 120 }).map((choices) => {
  const parents: (number | null)[] = [];
  let path: number[] = [];
  choices.forEach((choice, node) => {
    const keep = choice % (path.length + 1);
    path = path.slice(0, keep);
    parents.push(path.at(-1) ?? null);
    path.push(node);
  });
  return parents;
});

const childrenOf = (parents: readonly (number | null)[], parent: number) =>
  parents.flatMap((given, node) => (given === parent ? [node] : []));

describe('treeLayout', () => {
  it('sets a parent above the middle of its children', () => {
    expect(treeLayout([null, 0, 0, 0])).toEqual({
      positions: [
        { column: 1, row: 0 },
        { column: 0, row: 1 },
        { column: 1, row: 1 },
        { column: 2, row: 1 },
      ],
      columns: 3,
      rows: 2,
    });
  });

  it('tucks a low subtree beside a high one', () => {
    const { columns } = treeLayout([null, 0, 1, 1, 1, 0]);
    expect(columns).toBe(3);
  });

  it('draws nothing for nothing', () => {
    expect(treeLayout([])).toEqual({ positions: [], columns: 0, rows: 0 });
  });

  it('never lets two boxes of a row come closer than a column, nor leaves the picture', () => {
    fc.assert(
      fc.property(forests, (parents) => {
        const { positions, columns, rows } = treeLayout(parents);
        const byRow = new Map<number, number[]>();
        for (const { column, row } of positions) {
          expect(column).toBeGreaterThanOrEqual(-1e-9);
          expect(column).toBeLessThanOrEqual(columns - 1 + 1e-9);
          expect(row).toBeLessThan(rows);
          byRow.set(row, [...(byRow.get(row) ?? []), column]);
        }
        for (const row of byRow.values()) {
          const sorted = row.toSorted((a, b) => a - b);
          for (const [place, column] of sorted.slice(1).entries()) {
            expect(column - (sorted[place] ?? 0)).toBeGreaterThanOrEqual(1 - 1e-9);
          }
        }
      }),
    );
  });

  it('keeps children in order, a row below, their parent in the middle', () => {
    fc.assert(
      fc.property(forests, (parents) => {
        const { positions } = treeLayout(parents);
        parents.forEach((_, node) => {
          const at = positions[node];
          const children = childrenOf(parents, node).map((child) => positions[child]);
          if (!at || children.length === 0) return;
          const columns = children.map((child) => child?.column ?? Number.NaN);
          expect(columns).toEqual(columns.toSorted((a, b) => a - b));
          expect(((columns[0] ?? 0) + (columns.at(-1) ?? 0)) / 2).toBeCloseTo(at.column, 6);
          expect(children.every((child) => child?.row === at.row + 1)).toBe(true);
        });
      }),
    );
  });

  it('draws the same subtree the same way wherever it hangs', () => {
    const under = (parent: number) => [parent, parent + 1, parent + 1, parent + 3];
    const { positions } = treeLayout([null, ...under(0), ...under(0).map((given) => (given === 0 ? 0 : given + 4))]);
    const shape = (from: number) => positions.slice(from, from + 4).map(({ column }) => column - (positions[from]?.column ?? 0));
    expect(shape(5)).toEqual(shape(1));
  });

  it('takes the largest flows: a long chain, and ten answers to each question', () => {
    const chain = Array.from({ length: 5000 }, (_, node) => (node === 0 ? null : node - 1));
    expect(treeLayout(chain)).toMatchObject({ columns: 1, rows: 5000 });
    const wide = Array.from({ length: 5001 }, (_, node) => (node === 0 ? null : 0));
    expect(treeLayout(wide)).toMatchObject({ columns: 5000, rows: 2 });
  });
});
