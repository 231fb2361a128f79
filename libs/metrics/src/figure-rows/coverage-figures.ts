import {
  activeFlowRows,
  type Figure,
  figureOf,
  type FigureWindow,
  type RowsQuery,
  sessionRows,
  shareOf,
} from './figure.js';
import { RESOLVED, sessionFigures } from './session-figures.js';

/** The row of a domain. Its flows are those of the category of that name; without one there are none to show. */
export function coverageFigures(row: { domain: string; category_id: string | null }, window: FigureWindow) {
  const group = { ...window, domain: row.domain };
  const all = sessionRows(group);
  const share = (part: RowsQuery) => shareOf(sessionRows(group, part), all);
  const resolved = figureOf(sessionRows(group, RESOLVED));
  return {
    ...sessionFigures(group),
    flow_count: row.category_id === null ? null : figureOf(activeFlowRows({ category_id: row.category_id })),
    session_count: figureOf(all),
    escalated: figureOf(sessionRows(group, { status: 'escalated' })),
    resolution_rate: share(RESOLVED),
    escalation_rate: share({ status: 'escalated' }),
    abandonment_rate: share({ status: 'abandoned' }),
    pending_rate: share({ status: 'active' }),
    match_rate: share({ matched: 'true' }),
    avg_resolution_minutes: resolved,
    median_resolution_minutes: resolved,
    p90_resolution_minutes: resolved,
  } satisfies Record<string, Figure | null>;
}

/** Beside the table. */
export function uncoveredFigures(window: FigureWindow) {
  return {
    unmapped_session_count: figureOf(sessionRows(window, { unmapped: 'true' })),
    uncategorised_flow_count: figureOf(activeFlowRows({ uncategorised: 'true' })),
  } satisfies Record<string, Figure>;
}
