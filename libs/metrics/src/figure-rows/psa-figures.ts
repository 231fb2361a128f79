import { FUNNEL_STEPS } from '../vocabulary.js';
import {
  dayOf,
  type Figure,
  figureOf,
  type FigureRows,
  type FigureWindow,
  pushRows,
  sessionRows,
  shareOf,
  timeEntryRows,
} from './figure.js';

/** Entries and hours; those of the previous window out of `previousOf(window)`. */
export function psaTotalFigures(window: FigureWindow) {
  const entries = timeEntryRows(window);
  return {
    total_time_entries: figureOf(entries),
    total_hours_logged: figureOf(entries),
    avg_hours_per_session: shareOf(entries, sessionRows(window, { entry_in_window: 'true' })),
  } satisfies Record<string, Figure>;
}

/** What is amiss in the window. */
export function psaGapFigures(window: FigureWindow) {
  return {
    unattributed_entries: figureOf(timeEntryRows(window, { unattributed: 'true' })),
    skipped_a_step: figureOf(sessionRows(window, { skipped_a_step: 'true' })),
    failed_pushes: figureOf(pushRows(window, { status: 'failed' })),
    pending_pushes: figureOf(pushRows(window, { status: 'pending' })),
    unlogged_sessions: figureOf(sessionRows(window, { unlogged: 'true' })),
  } satisfies Record<string, Figure>;
}

/** The sessions that reached a step, of those that reached the one before it, and those that were lost in between. */
export interface FunnelFigures {
  reached: Figure;
  /** Null after the last step. */
  lost: FigureRows | null;
}

/** The steps of the push funnel, widest first. */
export function funnelFigures(window: FigureWindow) {
  const [linked, pushed, logged] = FUNNEL_STEPS;
  const lostAfter = (step: string) => sessionRows(window, { lost_after: step });
  const total = sessionRows(window);
  const reached = (step: string) => sessionRows(window, { step });
  return {
    total_sessions: { reached: figureOf(total), lost: lostAfter('total_sessions') },
    linked_to_ticket: { reached: shareOf(reached(linked), total), lost: lostAfter(linked) },
    doc_pushed: { reached: shareOf(reached(pushed), reached(linked)), lost: lostAfter(pushed) },
    time_entry_logged: { reached: shareOf(reached(logged), reached(pushed)), lost: null },
  } satisfies Record<string, FunnelFigures>;
}

/** A day of the trend, YYYY-MM-DD. */
export function psaDayFigures(date: string) {
  const entries = figureOf(timeEntryRows(dayOf(date)));
  return { entries, hours: entries } satisfies Record<string, Figure>;
}
