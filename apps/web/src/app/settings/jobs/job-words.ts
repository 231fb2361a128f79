import type { JobRunDto, JobRunState } from '@flowpilot/contracts';

import { counted } from '../../ui/format.js';

/** What a job is called and what it is for. */
export interface JobWords {
  readonly title: string;
  readonly purpose: string;
}

const JOBS: Readonly<Record<string, JobWords>> = {
  'flow-stats.recalculate': {
    title: 'Recount the flows',
    purpose: 'Counts each flow’s sessions anew and corrects the counters that tell its usage and success.',
  },
  'expired.sweep': {
    title: 'Clear what has expired',
    purpose: 'Deletes log-ins, invitations, imported files and keys of repeated requests that have run out. Sessions are kept for ever.',
  },
  'psa.reconcile': {
    title: 'Compare with the PSA',
    purpose: 'Compares pushed time entries with what the PSA holds now, and notes those that were changed or deleted there.',
  },
  'rollups.refresh': {
    title: 'Count whole days',
    purpose: 'Counts the sessions of days that have ended or were changed since, so that figures of long windows are there at once. They are exact without it too.',
  },
  'rollups.verify': {
    title: 'Recount whole days',
    purpose: 'Counts a thirtieth of the days anew each night, and corrects those that had been counted otherwise.',
  },
};

/** A job that this page does not know yet goes by its own name. */
export function jobWords(name: string): JobWords {
  return JOBS[name] ?? { title: name, purpose: '' };
}

const STATES: Record<JobRunState, string> = {
  queued: 'Waiting',
  running: 'Running',
  completed: 'Completed',
  failed: 'Failed',
};

export function stateWord(state: JobRunState): string {
  return STATES[state];
}

/** One and many of what a run has counted. */
const COUNTS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  corrected_flows: ['flow corrected', 'flows corrected'],
  refresh_tokens: ['log-in cleared', 'log-ins cleared'],
  invitations: ['invitation cleared', 'invitations cleared'],
  imported_files: ['imported file cleared', 'imported files cleared'],
  idempotency_keys: ['retry key cleared', 'retry keys cleared'],
  entries_read: ['entry compared', 'entries compared'],
  changed: ['changed in the PSA', 'changed in the PSA'],
  deleted: ['deleted in the PSA', 'deleted in the PSA'],
  restored: ['as pushed again', 'as pushed again'],
  counted_days: ['day counted', 'days counted'],
  verified_days: ['day recounted', 'days recounted'],
  corrected_days: ['day corrected', 'days corrected'],
  adopted: ['found to be pushed', 'found to be pushed'],
};

/** What a run did, or why it did not; empty while it is at work. */
export function resultWords({ error, result }: Pick<JobRunDto, 'error' | 'result'>): string {
  if (error !== null) return error;
  if (result === null) return '';
  const done = Object.entries(result).filter(([, value]) => value > 0);
  if (done.length === 0) return 'Nothing to do';
  return done.map(([name, value]) => countWords(name, value)).join(', ');
}

function countWords(name: string, value: number): string {
  const words = COUNTS[name];
  return words ? counted(value, ...words) : `${name.replaceAll('_', ' ')}: ${value.toString()}`;
}

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;

/** 240 → `0.2 s`, 75000 → `1 min 15 s`; a dash while it is not known. */
export function runTime(milliseconds: number | null): string {
  if (milliseconds === null) return '–';
  if (milliseconds < MINUTE_MS) return `${(milliseconds / SECOND_MS).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / SECOND_MS);
  return `${Math.floor(seconds / 60).toString()} min ${(seconds % 60).toString()} s`;
}
