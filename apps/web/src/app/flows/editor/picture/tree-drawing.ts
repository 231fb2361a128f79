import type { OutlineLine } from '../outline/outline-lines.js';
import { type NodePosition, treeLayout } from './tree-layout.js';
import { shortened, wrappedTitle } from './wrapped-title.js';

/** What is drawn of one line of the outline; all lengths are pixels of the picture at full size. */
export interface DrawnNode {
  readonly key: string;
  readonly look: 'question' | 'instruction' | 'resolved' | 'escalated' | 'reference' | 'open';
  /** Top left corner of the box. */
  readonly x: number;
  readonly y: number;
  readonly number: string;
  readonly lines: readonly { readonly text: string; readonly y: number }[];
  /** The whole title, for a tooltip. */
  readonly title: string;
  /** An instruction that nothing follows: a stub hangs below it. */
  readonly stub: boolean;
}

/** The way from a box to one below it. */
export interface DrawnEdge {
  readonly key: string;
  readonly path: string;
  readonly label: { readonly text: string; readonly x: number; readonly y: number; readonly width: number } | null;
  readonly dashed: boolean;
}

export interface TreeDrawing {
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
  readonly width: number;
  readonly height: number;
}

export const BOX = { width: 136, height: 44 } as const;
const COLUMN = BOX.width + 20;
const ROW = 103;
const MARGIN = 2;
const STUB = 36;
/** How far below a box its edges turn aside. */
const TURN = 17;
const TITLE_LETTERS = 16;
const LABEL_LETTERS = 20;
const LABEL_LETTER_WIDTH = 6.2;

/** The picture of an outline: a box for each line, under the box of the step that leads to it. */
export function treeDrawing(lines: readonly OutlineLine[]): TreeDrawing {
  const { positions, columns, rows } = treeLayout(lines.map(({ parent }) => parent));
  const nodes = lines.map((line, index) => drawnNode(line, boxAt(positions[index])));
  const edges = lines.flatMap((line, index) => {
    const from = line.parent === null ? undefined : nodes[line.parent];
    const to = nodes[index];
    return from && to ? [drawnEdge(line, from, to)] : [];
  });
  return {
    nodes,
    edges,
    width: lines.length === 0 ? 0 : (columns - 1) * COLUMN + BOX.width + 2 * MARGIN,
    height: lines.length === 0 ? 0 : (rows - 1) * ROW + BOX.height + (nodes.some((node) => node.stub) ? STUB : 0) + 2 * MARGIN,
  };
}

function boxAt(position: NodePosition | undefined): { x: number; y: number } {
  return { x: rounded((position?.column ?? 0) * COLUMN) + MARGIN, y: (position?.row ?? 0) * ROW + MARGIN };
}

function drawnNode(line: OutlineLine, { x, y }: { x: number; y: number }): DrawnNode {
  const title = line.step?.title ?? '';
  const texts = wrappedTitle(title, TITLE_LETTERS);
  const first = y + (texts.length === 2 ? 18 : 26);
  return {
    key: line.key,
    look: lookOf(line),
    x,
    y,
    number: line.number === null ? '' : `${line.kind === 'reference' ? '→ ' : ''}${line.number}`,
    lines: texts.map((text, index) => ({ text, y: first + index * 16 })),
    title,
    stub: line.kind === 'step' && line.step?.kind === 'instruction' && line.step.next === undefined,
  };
}

function lookOf({ kind, step }: OutlineLine): DrawnNode['look'] {
  if (kind !== 'step' || !step) return kind === 'reference' ? 'reference' : 'open';
  return step.kind === 'outcome' ? (step.outcome ?? 'instruction') : step.kind;
}

function drawnEdge({ key, label, kind }: OutlineLine, from: DrawnNode, to: DrawnNode): DrawnEdge {
  const fromX = from.x + BOX.width / 2;
  const toX = to.x + BOX.width / 2;
  const fromY = from.y + BOX.height;
  const path = fromX === toX ? `M${fromX} ${fromY}V${to.y}` : `M${fromX} ${fromY}v${TURN}H${toX}V${to.y}`;
  return { key, path, label: label === null ? null : edgeLabel(label, toX, fromY + TURN + 4), dashed: kind !== 'step' };
}

function edgeLabel(label: string, x: number, y: number): DrawnEdge['label'] {
  const text = shortened(label.trim(), LABEL_LETTERS);
  return text === '' ? null : { text, x, y, width: rounded(Array.from(text).length * LABEL_LETTER_WIDTH + 14) };
}

function rounded(length: number): number {
  return Math.round(length * 10) / 10;
}
