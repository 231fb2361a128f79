import { count, minutes, percent, points, wholeHours } from '../format.js';

/** A change as it is written under a figure. */
export interface Change {
  readonly direction: 'up' | 'down' | 'same';
  /** `11.9%`, `2.4 pts` */
  readonly size: string;
  /** Counts are neutral: more work is neither good nor bad. */
  readonly tone: 'better' | 'worse' | 'neutral';
  /** The previous value, written: `1,147`, `66.5%`, `23 min` */
  readonly from: string;
}

/** The figure's kind says how it is written, and whether more is better, worse or neither. */
export type FigureKind = 'count' | 'hours' | 'minutes' | 'rate-up' | 'rate-down';

const WRITE = {
  count,
  hours: wholeHours,
  minutes,
  'rate-up': percent,
  'rate-down': percent,
} as const satisfies Record<FigureKind, (value: number) => string>;

const BETTER_WHEN: Record<FigureKind, 'up' | 'down' | undefined> = {
  count: undefined,
  hours: undefined,
  minutes: 'down',
  'rate-up': 'up',
  'rate-down': 'down',
};

/**
 * The change of a figure, or undefined when there is nothing to compare with.
 * `change` is a ratio for counts, hours and minutes (0.12 is 12 %), a difference for rates (0.05 is 5 points).
 */
export function changeOf(
  kind: FigureKind,
  { previous, change }: { previous: number | null; change: number | null },
): Change | undefined {
  if (previous === null || change === null) return undefined;
  const isRate = kind === 'rate-up' || kind === 'rate-down';
  const direction = directionOf(change);
  return {
    direction,
    size: isRate ? points(change) : percent(Math.abs(change)),
    tone: toneOf(kind, direction),
    from: WRITE[kind](previous),
  };
}

function directionOf(change: number): Change['direction'] {
  if (change === 0) return 'same';
  return change > 0 ? 'up' : 'down';
}

function toneOf(kind: FigureKind, direction: Change['direction']): Change['tone'] {
  const better = BETTER_WHEN[kind];
  if (better === undefined || direction === 'same') return 'neutral';
  return direction === better ? 'better' : 'worse';
}
