import type { LegendItem } from './chart-content.js';

/** What stands above the chart in its picture. */
export interface PictureHead {
  title: string;
  /** The window and its zone: "26 Oct – 24 Nov 2026, Europe/London". */
  subtitle: string;
  legend: readonly LegendItem[];
}

export interface Picture {
  svg: SVGSVGElement;
  width: number;
  height: number;
}

const SVG = 'http://www.w3.org/2000/svg';
const PADDING = 24;
const HEAD = 56;
const LEGEND = 28;
/** Of each further line of the legend. */
const LEGEND_LINE = 20;
const SWATCH = 10;
/** Between a swatch and its words. */
const SWATCH_GAP = 6;
/** Between two keys. */
const KEY_GAP = 16;
/** Text is laid out without measuring: the widest faces of the stack need about this for a 12 px letter. */
const LETTER = 7;

/** The chart on a surface of its own, under its title, window and legend. Colours still are the page's variables. */
export function chartPicture(chart: Picture, head: PictureHead): Picture {
  const keys = placed(head.legend, chart.width);
  const headHeight = PADDING + HEAD + legendHeight(keys);
  const width = Math.max(chart.width, ...keys.map((key) => key.left + key.width)) + 2 * PADDING;
  const height = headHeight + chart.height + PADDING;
  const svg = svgElement('svg', { width, height, viewBox: `0 0 ${width} ${height}` });
  chart.svg.setAttribute('x', String(PADDING));
  chart.svg.setAttribute('y', String(headHeight));
  svg.append(
    svgElement('rect', { width, height, fill: 'var(--surface)' }),
    ...headOf(head),
    ...keys.flatMap((key) => keyOf(key, PADDING + HEAD)),
    chart.svg,
  );
  return { svg, width, height };
}

function headOf({ title, subtitle }: PictureHead): SVGElement[] {
  return [
    text(title, { x: PADDING, y: PADDING + 14, style: 'font: 600 16px var(--font); fill: var(--fg)' }),
    text(subtitle, { x: PADDING, y: PADDING + 36, style: 'font: 12px var(--font); fill: var(--fg-muted)' }),
  ];
}

interface PlacedKey {
  words: string;
  item: LegendItem;
  left: number;
  width: number;
  line: number;
}

/** The keys side by side, in as many lines as they need: on a phone the chart is narrower than its legend. */
function placed(items: readonly LegendItem[], within: number): PlacedKey[] {
  let [left, line] = [0, 0];
  return items.map((item) => {
    const words = item.total === undefined ? item.label : `${item.label} ${item.total}`;
    const width = SWATCH + SWATCH_GAP + words.length * LETTER;
    if (left > 0 && left + width > within) [left, line] = [0, line + 1];
    const key = { words, item, left, width, line };
    left += width + KEY_GAP;
    return key;
  });
}

function legendHeight(keys: readonly PlacedKey[]): number {
  const last = keys.at(-1);
  return last === undefined ? 0 : LEGEND + last.line * LEGEND_LINE;
}

function keyOf({ words, item, left, line }: PlacedKey, legendTop: number): SVGElement[] {
  const x = PADDING + left;
  const top = legendTop + line * LEGEND_LINE;
  const swatch = { x, y: item.line ? top + 4 : top, width: SWATCH, height: item.line ? 2 : SWATCH };
  return [
    svgElement('rect', { ...swatch, style: `fill: ${item.colour}` }),
    text(words, { x: x + SWATCH + SWATCH_GAP, y: top + 9, style: 'font: 12px var(--font); fill: var(--fg-muted)' }),
  ];
}

function text(content: string, attributes: Record<string, string | number>): SVGElement {
  const made = svgElement('text', attributes);
  made.textContent = content;
  return made;
}

export function svgElement<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Record<string, string | number>,
): SVGElementTagNameMap[Name] {
  const made = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, String(value));
  return made;
}
