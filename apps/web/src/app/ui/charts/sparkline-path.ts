export interface SparklineShape {
  /** SVG path data; empty below two values. */
  path: string;
  /** Where the last value stands; null when there is none. */
  end: { x: number; y: number } | null;
}

/** Room for the stroke and the dot at the end. */
const INSET = 2;

/**
 * A line through `values`, evenly spaced over `width` and stretched from the least to the greatest over `height`.
 * Missing values break the line; equal values lie in the middle.
 */
export function sparklineShape(values: readonly (number | null)[], width: number, height: number): SparklineShape {
  const known = values.filter((value) => value !== null);
  const [least, greatest] = [Math.min(...known), Math.max(...known)];
  const step = (width - 2 * INSET) / Math.max(1, values.length - 1);
  const y = (value: number) =>
    least === greatest ? height / 2 : INSET + (height - 2 * INSET) * (1 - (value - least) / (greatest - least));
  const points = values.map((value, index) => (value === null ? null : { x: round(INSET + index * step), y: round(y(value)) }));
  return { path: joined(points), end: points.findLast((point) => point !== null) ?? null };
}

function joined(points: readonly ({ x: number; y: number } | null)[]): string {
  let pen = 'M';
  let path = '';
  for (const point of points) {
    if (point) path += `${pen}${point.x},${point.y}`;
    pen = point ? 'L' : 'M';
  }
  return path.includes('L') ? path : '';
}

function round(coordinate: number): number {
  return Math.round(coordinate * 10) / 10;
}
