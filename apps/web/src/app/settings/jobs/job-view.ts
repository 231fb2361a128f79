import type { JobDto, JobRunDto } from '@flowpilot/contracts';

import { dayAndTime } from '../../ui/dates.js';
import { jobWords, resultWords, runTime, stateWord } from './job-words.js';

export interface RunRow {
  readonly id: string;
  readonly state: JobRunDto['state'];
  readonly stateWord: string;
  readonly started: string;
  readonly duration: string;
  readonly trigger: string;
  readonly result: string;
}

/** A job as its card shows it. */
export interface JobView {
  readonly name: string;
  readonly title: string;
  readonly purpose: string;
  readonly schedule: string;
  /** A run waits or is at work. */
  readonly busy: boolean;
  readonly runs: readonly RunRow[];
}

export function jobView(job: JobDto, timeZone: string): JobView {
  return {
    name: job.name,
    ...jobWords(job.name),
    schedule: scheduleWords(job, timeZone),
    busy: job.last_runs.some(isOpen),
    runs: job.last_runs.map((run) => runRow(run, timeZone)),
  };
}

export function isOpen({ state }: Pick<JobRunDto, 'state'>): boolean {
  return state === 'queued' || state === 'running';
}

/** Minute and hour, any day. */
const DAILY = /^\d+ \d+ \* \* \*$/;
const EVERY_MINUTE = '* * * * *';

function scheduleWords({ schedule, next_run_at }: JobDto, timeZone: string): string {
  if (schedule === EVERY_MINUTE) return 'Every minute, if there is something to do';
  const next = `next on ${dayAndTime(next_run_at, timeZone)}`;
  return DAILY.test(schedule) ? `Every day, ${next}` : `By ${schedule} (UTC), ${next}`;
}

function runRow(run: JobRunDto, timeZone: string): RunRow {
  return {
    id: run.id,
    state: run.state,
    stateWord: stateWord(run.state),
    started: run.started_at === null ? '–' : dayAndTime(run.started_at, timeZone),
    duration: runTime(run.duration_ms),
    trigger: run.trigger === 'demand' ? 'Run by hand' : 'Schedule',
    result: resultWords(run),
  };
}
