import type { Period } from '../vocabulary.js';

/** Parameters of the route behind a list, and of the link to it. */
export type RowsQuery = Readonly<Record<string, string | readonly string[]>>;

/** Rows of a list: `GET /sessions`, `/psa/activities`, `/psa/pushes`, `/flows`. */
export interface FigureRows {
  list: 'sessions' | 'psa-activities' | 'psa-pushes' | 'flows';
  query: RowsQuery;
}

/** Where a figure's rows are: those that it counts, adds up or averages, and those that they are a share of. */
export interface Figure {
  rows: FigureRows;
  /** Null when the figure is no share. */
  of: FigureRows | null;
}

/** The window of a figure. It is always said, since not every list has the same one when none is. */
export type FigureWindow = ({ period: Period } | { from: string; to: string }) & { previous?: 'true' };

/** The window that the figures of `window` are compared with. */
export function previousOf<Window extends FigureWindow>(window: Window): Window & { previous: 'true' } {
  return { ...window, previous: 'true' };
}

/** The window of one local day, YYYY-MM-DD. */
export function dayOf(date: string): FigureWindow {
  return { from: date, to: date };
}

/** A figure that counts, adds up or averages these rows. */
export function figureOf(rows: FigureRows): Figure {
  return { rows, of: null };
}

export function shareOf(rows: FigureRows, of: FigureRows): Figure {
  return { rows, of };
}

export function sessionRows(...parts: readonly RowsQuery[]): FigureRows {
  return rowsOf('sessions', parts);
}

export function timeEntryRows(...parts: readonly RowsQuery[]): FigureRows {
  return rowsOf('psa-activities', [...parts, { activity_type: 'time_entry_posted' }]);
}

export function pushRows(...parts: readonly RowsQuery[]): FigureRows {
  return rowsOf('psa-pushes', parts);
}

export function activeFlowRows(...parts: readonly RowsQuery[]): FigureRows {
  return rowsOf('flows', [{ is_active: 'true' }, ...parts]);
}

function rowsOf(list: FigureRows['list'], parts: readonly RowsQuery[]): FigureRows {
  return { list, query: Object.assign({}, ...parts) as RowsQuery };
}
