import { type Figure, figureOf, type RowsQuery, sessionRows, shareOf } from './figure.js';

export const RESOLVED: RowsQuery = { status: 'resolved' };
export const CLOSED: RowsQuery = { status: ['resolved', 'escalated', 'abandoned'] };
export const GUIDED: RowsQuery = { confidence_tier: 'guided' };

/** What every group of sessions is judged by; `group` says which sessions, window included. */
export function sessionFigures(group: RowsQuery) {
  const all = sessionRows(group);
  const some = (part: RowsQuery) => sessionRows(group, part);
  return {
    resolved: figureOf(some(RESOLVED)),
    guided: figureOf(some(GUIDED)),
    closed: figureOf(some(CLOSED)),
    guided_rate: shareOf(some(GUIDED), all),
    success_low: shareOf(some(RESOLVED), some(CLOSED)),
    success_high: shareOf(some(RESOLVED), some(CLOSED)),
  } satisfies Record<string, Figure>;
}
