/** Steps that a reader counts in without thinking, within one power of ten. */
const ROUND_STEPS = [1, 1.5, 2, 2.5, 3, 4, 5, 10];

/** Four intervals read best; three are taken when they waste less room. */
const THREE_INTERVALS_PENALTY = 1.1;

/**
 * Ticks of an axis of counts, from 0 to the first round one at or above `max`: 4 or 5 whole numbers,
 * fewer while `max` is below 3.
 */
export function countTicks(max: number): number[] {
  const choices = intervalChoices(max).map((intervals) => ticks(intervals, wholeStep(max / intervals)));
  return leastBy(choices, (choice) => top(choice) * (choice.length === 4 ? THREE_INTERVALS_PENALTY : 1));
}

/**
 * Ticks of two axes that share their grid lines: as many on the left (whole numbers up to `leftMax`) as on the
 * right (any round numbers up to `rightMax`).
 */
export function sharedTicks(leftMax: number, rightMax: number): { left: number[]; right: number[] } {
  const choices = intervalChoices(leftMax).map((intervals) => ({
    left: ticks(intervals, wholeStep(leftMax / intervals)),
    right: ticks(intervals, roundStep(rightMax / intervals)),
  }));
  return leastBy(choices, ({ left, right }) => (top(left) / (leftMax || 1)) * (top(right) / (rightMax || 1)));
}

function intervalChoices(max: number): number[] {
  return max < 3 ? [Math.max(1, max)] : [4, 3];
}

function wholeStep(least: number): number {
  return roundStep(Math.max(1, least), Number.isInteger);
}

/** The least round number at or above `least`; 1 when there is nothing to show. */
function roundStep(least: number, fits: (step: number) => boolean = () => true): number {
  if (least <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(least));
  const steps = ROUND_STEPS.map((step) => Number((step * power).toPrecision(12)));
  return steps.find((step) => step >= least && fits(step)) ?? power * 10;
}

function ticks(intervals: number, step: number): number[] {
  return Array.from({ length: intervals + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}

function top(ticks: readonly number[]): number {
  return ticks[ticks.length - 1] ?? 0;
}

function leastBy<Item>(items: Item[], weight: (item: Item) => number): Item {
  return items.reduce((best, item) => (weight(item) < weight(best) ? item : best));
}
