import type { Picture } from './chart-picture.js';

/** Twice as many pixels as on the page, for slides and print. */
const SCALE = 2;
/** What a picture taken out of the page would lose: whatever style sheets and variables gave it. */
const STYLES = [
  'display',
  'fill',
  'font-family',
  'font-size',
  'font-weight',
  'opacity',
  'overflow',
  'stroke',
  'stroke-dasharray',
  'stroke-linejoin',
  'stroke-width',
  'text-anchor',
] as const;

/**
 * Draws a picture as PNG in the colours of the page's theme.
 *
 * @param surroundings classes under which the page's styles of the picture apply
 */
export async function toPng(picture: Picture, surroundings: string): Promise<Blob> {
  const stage = document.createElement('div');
  stage.className = surroundings;
  stage.style.cssText = 'position: fixed; left: -99999px; top: 0';
  stage.append(picture.svg);
  document.body.append(stage);
  try {
    fixStyles(picture.svg);
  } finally {
    stage.remove();
  }
  return drawn(new XMLSerializer().serializeToString(picture.svg), picture);
}

/** Writes the computed styles into the elements: `var()` and `light-dark()` become colours. */
export function fixStyles(root: SVGElement): void {
  const fixed = [root, ...root.querySelectorAll<SVGElement>('*')].map((element) => {
    const computed = getComputedStyle(element);
    return { element, styles: STYLES.map((name) => `${name}: ${computed.getPropertyValue(name)}`).join('; ') };
  });
  for (const { element, styles } of fixed) element.setAttribute('style', styles);
}

async function drawn(svg: string, { width, height }: Picture): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((png) => (png ? resolve(png) : reject(new Error('The browser could not draw the chart.'))), 'image/png');
  });
}
