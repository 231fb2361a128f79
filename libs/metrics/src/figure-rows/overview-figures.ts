import type { SessionStatus } from '../vocabulary.js';
import {
  activeFlowRows,
  dayOf,
  type Figure,
  figureOf,
  type FigureWindow,
  type RowsQuery,
  sessionRows,
  shareOf,
  timeEntryRows,
} from './figure.js';
import { GUIDED, RESOLVED } from './session-figures.js';

/** The cards; those of the previous window out of `previousOf(window)`, active flows apart. */
export function overviewFigures(window: FigureWindow) {
  const all = sessionRows(window);
  const share = (part: RowsQuery) => shareOf(sessionRows(window, part), all);
  return {
    sessions: figureOf(all),
    resolution_rate: share(RESOLVED),
    escalation_rate: share({ status: 'escalated' }),
    guided_rate: share(GUIDED),
    median_resolution_minutes: figureOf(sessionRows(window, RESOLVED)),
    hours_logged: figureOf(timeEntryRows(window)),
    active_flows: figureOf(activeFlowRows()),
  } satisfies Record<string, Figure>;
}

/** The totals of the trend, by what became of the sessions. */
export function statusFigures(window: FigureWindow) {
  const total = (status: SessionStatus) => figureOf(sessionRows(window, { status }));
  return {
    resolved: total('resolved'),
    escalated: total('escalated'),
    abandoned: total('abandoned'),
    active: total('active'),
  } satisfies Record<SessionStatus, Figure>;
}

/** The split by confidence tier. */
export function tierFigures(window: FigureWindow) {
  const tier = (name: string) => figureOf(sessionRows(window, { confidence_tier: name }));
  return {
    guided: tier('guided'),
    exploring: tier('exploring'),
    discovery: tier('discovery'),
    none: tier('none'),
  } satisfies Record<string, Figure>;
}

/** A day of the trend, YYYY-MM-DD; `sessions` are all of the day. */
export function overviewDayFigures(date: string) {
  const day = dayOf(date);
  const sessions = (part: RowsQuery) => figureOf(sessionRows(day, part));
  return {
    sessions: sessions({}),
    resolved: sessions(RESOLVED),
    escalated: sessions({ status: 'escalated' }),
    abandoned: sessions({ status: 'abandoned' }),
    active: sessions({ status: 'active' }),
    guided: sessions(GUIDED),
    median_resolution_minutes: sessions(RESOLVED),
    hours_logged: figureOf(timeEntryRows(day)),
  } satisfies Record<string, Figure>;
}
