import type { RowsAddress } from '../rows/rows-address.js';

/** One step of a funnel, as it is counted. */
export interface FunnelStep {
  label: string;
  /** Where there is little room. */
  shortLabel: string;
  count: number;
  /** What those lost on the way here have not: "without a ticket". */
  lost: string;
  /** Those counted, and those lost on the way here. */
  rows?: RowsAddress;
  lostRows?: RowsAddress;
}

/** One step of a funnel, as it is drawn. */
export interface FunnelBar extends FunnelStep {
  /** Length of the bar, 0 to 1: its share of the first step. */
  length: number;
  /** How many came here from the step before: their share of it (null when it is empty), and the rest. */
  passed: { rate: number | null; lost: number } | null;
}

/** Bars over the first step's length. Each step is at most the one before. */
export function funnelBars(steps: readonly FunnelStep[]): FunnelBar[] {
  const first = steps[0]?.count ?? 0;
  return steps.map((step, index) => ({
    ...step,
    length: ratio(step.count, first) ?? 0,
    passed: passage(steps[index - 1]?.count, step.count),
  }));
}

function passage(before: number | undefined, count: number): FunnelBar['passed'] {
  return before === undefined ? null : { rate: ratio(count, before), lost: before - count };
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
