import { count, percent } from '../format.js';
import { type Picture, svgElement } from './chart-picture.js';
import type { FunnelBar } from './funnel-steps.js';
import { pictureText } from './picture-text.js';

const WIDTH = 560;
const LABEL = 132;
const COUNT = 62;
const BAR = 28;
const STEP = 60;
const TRACK = WIDTH - LABEL - COUNT;

/** The funnel as a picture: the same bars, counts, shares and losses. */
export function funnelPicture(bars: readonly FunnelBar[]): Picture {
  const height = Math.max(0, bars.length - 1) * STEP + BAR;
  const svg = svgElement('svg', { width: WIDTH, height, viewBox: `0 0 ${WIDTH} ${height}` });
  bars.forEach((bar, index) => svg.append(...barAt(index * STEP, bar)));
  return { svg, width: WIDTH, height };
}

function barAt(top: number, bar: FunnelBar): SVGElement[] {
  const track = { x: LABEL, y: top, width: TRACK, height: BAR, rx: 2, style: 'fill: var(--chart-bar-track)' };
  return [
    ...passageAbove(top, bar),
    pictureText(bar.label, { x: 0, y: top + 19 }),
    svgElement('rect', track),
    svgElement('rect', { ...track, width: bar.length * TRACK, style: 'fill: var(--chart-bar)' }),
    pictureText(count(bar.count), { x: WIDTH, y: top + 19, 'text-anchor': 'end', weight: 600 }),
  ];
}

function passageAbove(top: number, { passed, lost }: FunnelBar): SVGElement[] {
  if (!passed) return [];
  return [
    pictureText(percent(passed.rate), { x: LABEL + 4, y: top - 12, size: 12, weight: 600 }),
    pictureText(`${count(passed.lost)} ${lost}`, { x: LABEL + 58, y: top - 12, size: 12, colour: 'var(--fg-muted)' }),
  ];
}
