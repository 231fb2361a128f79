import type { Picture } from './chart-picture.js';

/** A picture of a chart, and the classes under which the page styles it. */
export interface Depiction {
  picture: Picture;
  surroundings: string;
}

/** A chart that can be taken out of the page as a picture. */
export abstract class Depictable {
  abstract depict(): Depiction;
}

/** A copy of the first SVG inside a chart's element. @throws Error while nothing is drawn there. */
export function copiedFrom(host: HTMLElement, surroundings: string): Depiction {
  const svg = host.querySelector('svg');
  if (!svg) throw new Error('The chart is not drawn yet.');
  const { width, height } = svg.getBoundingClientRect();
  const copy = svg.cloneNode(true) as SVGSVGElement;
  return { picture: { svg: copy, width, height }, surroundings };
}
