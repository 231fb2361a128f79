import { type Picture, svgElement } from '../../ui/charts/chart-picture.js';
import { pictureText } from '../../ui/charts/picture-text.js';
import { count } from '../../ui/format.js';
import type { TierShare } from './overview-tiers.js';

const WIDTH = 560;
const BAR = 12;
const GAP = 2;
/** Of a part that would be too thin to see. */
const LEAST = 3;
const ROW = 32;
const SWATCH = 10;
const SHARE = 72;

/** The split as a picture: the same bar, counts and shares, and all sessions below them. */
export function tierPicture(shares: readonly TierShare[]): Picture {
  const all = shares.reduce((sum, { sessions }) => sum + sessions, 0);
  const height = BAR + (shares.length + 1) * ROW;
  const svg = svgElement('svg', { width: WIDTH, height, viewBox: `0 0 ${WIDTH} ${height}` });
  svg.append(...bar(shares, all), ...shares.flatMap((share, index) => row(share, BAR + index * ROW)), ...sum(all, height - ROW));
  return { svg, width: WIDTH, height };
}

function bar(shares: readonly TierShare[], all: number): SVGElement[] {
  const parts = shares.filter(({ sessions }) => sessions > 0);
  const free = WIDTH - parts.length * LEAST - Math.max(0, parts.length - 1) * GAP;
  let x = 0;
  return parts.map(({ sessions, colour }) => {
    const width = LEAST + (sessions / all) * free;
    const part = svgElement('rect', { x, y: 0, width, height: BAR, rx: 2, style: `fill: ${colour}` });
    x += width + GAP;
    return part;
  });
}

function row({ label, colour, sessions, share }: TierShare, top: number): SVGElement[] {
  return [
    svgElement('rect', { x: 0, y: top + 15, width: SWATCH, height: SWATCH, style: `fill: ${colour}` }),
    pictureText(label, { x: SWATCH + 8, y: top + 24 }),
    pictureText(count(sessions), { x: WIDTH - SHARE, y: top + 24, 'text-anchor': 'end', weight: 500 }),
    pictureText(share, { x: WIDTH, y: top + 24, 'text-anchor': 'end', colour: 'var(--fg-muted)' }),
  ];
}

function sum(all: number, top: number): SVGElement[] {
  return [
    svgElement('rect', { x: 0, y: top + 4, width: WIDTH, height: 1, style: 'fill: var(--border)' }),
    pictureText('All sessions', { x: 0, y: top + 26, colour: 'var(--fg-muted)' }),
    pictureText(count(all), { x: WIDTH - SHARE, y: top + 26, 'text-anchor': 'end', weight: 500 }),
  ];
}
