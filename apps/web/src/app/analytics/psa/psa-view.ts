import type { PsaMetricsDto, PsaTotalsDto } from '@flowpilot/contracts';
import { type Ratio, ratio, relativeChange } from '@flowpilot/metrics';

import type { FunnelStep } from '../../ui/charts/funnel-steps.js';
import { count, counted, hours, percent, wholeHours } from '../../ui/format.js';
import { type Change, changeOf } from '../../ui/metric/change.js';
import type { RowsAddress } from '../../ui/rows/rows-address.js';
import { gapRows, stepRows } from './psa-rows.js';

/** A card of the strip. */
export interface PsaFigure {
  figure: string;
  unit: string;
  change: Change | undefined;
}

export interface PsaFigures {
  entries: PsaFigure;
  hours: PsaFigure;
  hoursASession: PsaFigure;
}

export function psaFigures(now: PsaTotalsDto, before: PsaTotalsDto): PsaFigures {
  return {
    entries: { figure: count(now.total_time_entries), unit: '', change: entriesChange(now, before) },
    hours: hoursFigure(now.total_hours_logged, before.total_hours_logged),
    hoursASession: hoursFigure(now.avg_hours_per_session, before.avg_hours_per_session),
  };
}

function entriesChange(now: PsaTotalsDto, before: PsaTotalsDto): Change | undefined {
  const [value, previous] = [now.total_time_entries, before.total_time_entries];
  return changeOf('count', { previous, change: relativeChange(ratio(value), ratio(previous)) });
}

function hoursFigure(value: number, previous: number): PsaFigure {
  const change = changeOf('hours', { previous, change: relativeChange(hundredths(value), hundredths(previous)) });
  return { figure: hours(value).replace(/ h$/, ''), unit: 'h', change: change && { ...change, from: hours(previous) } };
}

/** Hours come with 2 decimals. */
function hundredths(value: number): Ratio {
  return ratio(Math.round(value * 100), 100);
}

/** The way from a session to the timesheet; each step counts sessions of the one before. */
export function pushSteps({ push_funnel: funnel, window }: PsaMetricsDto): FunnelStep[] {
  return [
    { label: 'Sessions', shortLabel: 'Sessions', count: funnel.total_sessions, lost: '' },
    { label: 'Linked to a ticket', shortLabel: 'Ticket', count: funnel.linked_to_ticket, lost: 'without a ticket' },
    { label: 'Note pushed', shortLabel: 'Note', count: funnel.doc_pushed, lost: 'without a note' },
    { label: 'Time entry logged', shortLabel: 'Time entry', count: funnel.time_entry_logged, lost: 'without a time entry' },
  ].map((step, index) => ({ ...step, ...stepRows(window, index) }));
}

/** "52.7% of sessions reach the timesheet" */
export function reachText({ push_funnel: { total_sessions, time_entry_logged } }: PsaMetricsDto): string {
  if (total_sessions === 0) return 'No sessions in this window';
  return `${percent(time_entry_logged / total_sessions)} of sessions reach the timesheet`;
}

export interface UnloggedWork {
  sessions: string;
  /** After the number. */
  sentence: string;
  /** Null when there is nothing to estimate, or no session has an entry to go by. */
  estimate: string | null;
  /** What the estimate stands on. */
  basis: string;
  average: string;
}

export function unloggedWork(psa: PsaMetricsDto): UnloggedWork {
  const { unlogged_sessions: sessions, unlogged_hours_estimate: estimate } = psa;
  return {
    sessions: count(sessions),
    sentence: sessions === 1 ? 'session on a ticket has no time entry.' : 'sessions on a ticket have no time entry.',
    estimate: sessions === 0 || estimate === null ? null : roughHours(estimate),
    basis: estimate === null ? 'No estimate: no session has an entry to go by.' : 'Estimated from the sessions that have an entry.',
    average: hours(psa.avg_hours_per_session),
  };
}

/** An estimate: parts of an hour only while there are few. */
function roughHours(estimate: number): string {
  return estimate < 10 ? hours(estimate) : wholeHours(estimate);
}

/** What the pushes of the window need from a person. */
export interface PushLine {
  kind: 'failed' | 'pending' | 'unattributed';
  text: string;
  note: string;
  bad: boolean;
  rows: RowsAddress | undefined;
}

export function pushLines(psa: PsaMetricsDto): PushLine[] {
  const { failed_pushes: failed, pending_pushes: pending, unattributed_entries: unattributed } = psa;
  const rows = gapRows(psa);
  return [
    { kind: 'failed', text: `${count(failed)} failed`, note: failed === 0 ? 'Every push arrived' : 'Did not reach the PSA', bad: failed > 0, rows: rows.failed_pushes },
    { kind: 'pending', text: `${count(pending)} pending`, note: pending === 0 ? 'Nothing waits' : 'On their way to the PSA', bad: false, rows: rows.pending_pushes },
    { kind: 'unattributed', text: `${counted(unattributed, 'entry', 'entries')} without a session`, note: '', bad: false, rows: rows.unattributed_entries },
  ];
}

/** Whether there is anything to show. */
export function isEmpty(psa: PsaMetricsDto): boolean {
  return psa.push_funnel.total_sessions === 0 && psa.total_time_entries === 0;
}
