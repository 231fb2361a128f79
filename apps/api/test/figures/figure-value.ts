import { fraction, rounded, wilson } from '../reference/arithmetic.js';
import { percentile, shownMinutes } from '../reference/minutes.js';
import type { ListedRow } from './listed-rows.js';

/** A figure out of the rows behind it, and those that it is a share of. */
export type FigureValue = (rows: readonly ListedRow[], of: readonly ListedRow[]) => number | null;

const P90_FROM = 20;

const count: FigureValue = (rows) => rows.length;

const share: FigureValue = (rows, of) => (of.length === 0 ? null : rounded(fraction(rows.length, of.length), 3));

const median: FigureValue = (rows) => shownMinutes(percentile(timesToResolve(rows), 50));

const mean: FigureValue = (rows) => {
  const total = timesToResolve(rows).reduce((sum, time) => sum + time, 0);
  return rows.length === 0 ? null : rounded(fraction(total, rows.length * 60_000), 1);
};

const hours: FigureValue = (rows) => rounded(fraction(hourParts(rows), 10_000), 2);

/** How each figure follows from its rows; those that are not named here are their number. */
const VALUES: Readonly<Record<string, FigureValue>> = {
  resolution_rate: share,
  escalation_rate: share,
  abandonment_rate: share,
  pending_rate: share,
  guided_rate: share,
  match_rate: share,
  success_rate: share,
  lifetime_success_rate: share,
  success_low: (rows, of) => wilson(rows.length, of.length).success_low,
  success_high: (rows, of) => wilson(rows.length, of.length).success_high,
  avg_resolution_minutes: mean,
  median_resolution_minutes: median,
  p90_resolution_minutes: (rows) =>
    rows.length < P90_FROM ? null : shownMinutes(percentile(timesToResolve(rows), 90)),
  avg_confidence: (rows) =>
    rows.length === 0 ? null : rounded(fraction(tenThousandths(rows, 'match_confidence'), rows.length * 10_000), 3),
  hours,
  hours_logged: hours,
  total_hours_logged: hours,
  avg_hours_per_session: (rows, of) =>
    of.length === 0 ? 0 : rounded(fraction(hourParts(rows), 10_000 * of.length), 2),
};

export function valueOf(figure: string): FigureValue {
  return VALUES[figure] ?? count;
}

/** Milliseconds, ascending. */
function timesToResolve(rows: readonly ListedRow[]): number[] {
  return rows.map((row) => Date.parse(row.resolved_at ?? '') - Date.parse(row.created_at)).sort((a, b) => a - b);
}

const hourParts = (rows: readonly ListedRow[]): number => tenThousandths(rows, 'hours_logged');

/** The sum; a row without a value is a mistake, and fails as no whole number. */
function tenThousandths(rows: readonly ListedRow[], field: 'hours_logged' | 'match_confidence'): number {
  return rows.reduce((sum, row) => sum + Math.round((row[field] ?? NaN) * 10_000), 0);
}
