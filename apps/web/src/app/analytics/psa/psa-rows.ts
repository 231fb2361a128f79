import type { PsaDriftDto, PsaMetricsDto, WindowDto } from '@flowpilot/contracts';
import { funnelFigures, previousOf, psaGapFigures, psaTotalFigures } from '@flowpilot/metrics';

import type { FunnelStep } from '../../ui/charts/funnel-steps.js';
import { type RowsAddress, rowsAddress } from '../../ui/rows/rows-address.js';
import { figureWindow } from '../figure-window.js';

/** What a step counts, and what the step before it lost on the way. */
export function stepRows(window: WindowDto, index: number): Pick<FunnelStep, 'rows' | 'lostRows'> {
  const figures = Object.values(funnelFigures(figureWindow(window)));
  const [step, before] = [figures[index], figures[index - 1]];
  return {
    ...(step !== undefined && { rows: rowsAddress(step.reached.rows) }),
    ...(before?.lost && { lostRows: rowsAddress(before.lost) }),
  };
}

/** The rows behind the cards of the strip, and behind what they are compared with. */
export interface StripRows {
  now: RowsAddress;
  before: RowsAddress;
}

export function stripRows({ window }: PsaMetricsDto): StripRows {
  const chosen = figureWindow(window);
  const entries = (of: typeof chosen) => rowsAddress(psaTotalFigures(of).total_time_entries.rows);
  return { now: entries(chosen), before: entries(previousOf(chosen)) };
}

type Gap = 'failed_pushes' | 'pending_pushes' | 'unattributed_entries' | 'skipped_a_step' | 'unlogged_sessions';

/** The rows of what is amiss; undefined where nothing is. */
export function gapRows(psa: PsaMetricsDto): Record<Gap, RowsAddress | undefined> {
  const figures = psaGapFigures(figureWindow(psa.window));
  const rows = (gap: Gap) => (psa[gap] === 0 ? undefined : rowsAddress(figures[gap].rows));
  return {
    failed_pushes: rows('failed_pushes'),
    pending_pushes: rows('pending_pushes'),
    unattributed_entries: rows('unattributed_entries'),
    skipped_a_step: rows('skipped_a_step'),
    unlogged_sessions: rows('unlogged_sessions'),
  };
}

/** The rows behind the drift: the entries that were pushed, and those that the PSA now holds otherwise. */
export function driftRows({ window, changed_entries: changed, deleted_entries: deleted, pushed_hours: pushed }: PsaDriftDto) {
  const chosen = figureWindow(window);
  const drifted: RowsAddress = { path: '/psa/drift', query: { ...chosen } };
  return {
    pushed: pushed === 0 ? undefined : rowsAddress(psaTotalFigures(chosen).total_hours_logged.rows),
    changed: changed === 0 ? undefined : drifted,
    deleted: deleted === 0 ? undefined : drifted,
  };
}
