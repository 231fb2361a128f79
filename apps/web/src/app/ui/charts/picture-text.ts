import { svgElement } from './chart-picture.js';

interface Lettering {
  x: number;
  y: number;
  size?: number;
  weight?: number;
  colour?: string;
  'text-anchor'?: string;
}

/** Words of a picture that stands for what is HTML on the page. */
export function pictureText(content: string, { size = 13, weight = 400, colour = 'var(--fg)', ...place }: Lettering): SVGElement {
  const made = svgElement('text', { ...place, style: `font: ${weight} ${size}px var(--font); fill: ${colour}` });
  made.textContent = content;
  return made;
}
