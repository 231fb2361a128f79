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
const SWATCH = 10;
/** Text is laid out without measuring: the widest faces of the stack need about this for a 12 px letter. */
const LETTER = 7;

/** The chart on a surface of its own, under its title, window and legend. Colours still are the page's variables. */
export function chartPicture(chart: Picture, head: PictureHead): Picture {
  const headHeight = PADDING + HEAD + (head.legend.length > 0 ? LEGEND : 0);
  const width = chart.width + 2 * PADDING;
  const height = headHeight + chart.height + PADDING;
  const svg = svgElement('svg', { width, height, viewBox: `0 0 ${width} ${height}` });
  chart.svg.setAttribute('x', String(PADDING));
  chart.svg.setAttribute('y', String(headHeight));
  svg.append(
    svgElement('rect', { width, height, fill: 'var(--surface)' }),
    ...headOf(head),
    ...legendOf(head.legend, PADDING + HEAD),
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

function legendOf(items: readonly LegendItem[], top: number): SVGElement[] {
  let x = PADDING;
  return items.flatMap(({ label, total, colour, line }) => {
    const words = total === undefined ? label : `${label} ${total}`;
    const left = x;
    x += SWATCH + 6 + words.length * LETTER + 16;
    const key = { x: left, y: line ? top + 4 : top, width: SWATCH, height: line ? 2 : SWATCH };
    return [
      svgElement('rect', { ...key, style: `fill: ${colour}` }),
      text(words, { x: left + SWATCH + 6, y: top + 9, style: 'font: 12px var(--font); fill: var(--fg-muted)' }),
    ];
  });
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
