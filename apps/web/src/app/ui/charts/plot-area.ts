/** The rectangle that a chart draws its days in, pixels from the picture's top left corner. */
export interface PlotArea {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Room beside the ticks of an axis whose labels are `labels`, in the caption size. */
export function axisRoom(labels: readonly string[]): number {
  const longest = Math.max(0, ...labels.map((label) => label.length));
  return GAP + Math.ceil(longest * FIGURE_WIDTH);
}

const GAP = 11;
const FIGURE_WIDTH = 7;
