import type { JobDto, JobRunDto } from '@flowpilot/contracts';

import { jobView } from './job-view.js';
import { resultWords, runTime } from './job-words.js';

const RUN: JobRunDto = {
  id: 'run-1',
  state: 'completed',
  trigger: 'demand',
  started_at: '2026-07-02T02:30:00Z',
  duration_ms: 240,
  result: { corrected_flows: 1 },
  error: null,
};
const JOB: JobDto = {
  name: 'flow-stats.recalculate',
  schedule: '30 2 * * *',
  next_run_at: '2026-07-03T02:30:00Z',
  last_runs: [RUN],
};

describe('jobView', () => {
  it('says what the job is for, and when it comes in the account’s zone', () => {
    const view = jobView(JOB, 'Europe/London');
    expect(view).toMatchObject({ title: 'Recount the flows', busy: false });
    expect(view.schedule).toMatch(/^Every day, next on .*03:30$/);
    expect(view.runs[0]).toMatchObject({ stateWord: 'Completed', duration: '0.2 s', trigger: 'Run by hand', result: '1 flow corrected' });
    expect(view.runs[0]?.started).toMatch(/03:30$/);
  });

  it('names no next time of a job that comes every minute', () => {
    expect(jobView({ ...JOB, schedule: '* * * * *' }, 'UTC').schedule).toBe('Every minute, if there is something to do');
  });

  it('is busy while a run waits or is at work', () => {
    for (const state of ['queued', 'running'] as const) {
      const waiting: JobRunDto = { ...RUN, state, started_at: null, duration_ms: null, result: null };
      const view = jobView({ ...JOB, last_runs: [waiting, RUN] }, 'UTC');
      expect([view.busy, view.runs[0]?.started, view.runs[0]?.duration, view.runs[0]?.result]).toEqual([true, '–', '–', '']);
    }
  });

  it('makes no sentence of a schedule or a job that it does not know', () => {
    const view = jobView({ ...JOB, name: 'new.job', schedule: '*/5 * * * *' }, 'UTC');
    expect(view).toMatchObject({ title: 'new.job', purpose: '' });
    expect(view.schedule).toMatch(/^By \*\/5 \* \* \* \* \(UTC\), next on /);
  });
});

describe('resultWords', () => {
  it.each<[Partial<JobRunDto>, string]>([
    [{ result: { corrected_flows: 12 } }, '12 flows corrected'],
    [{ result: { refresh_tokens: 1, invitations: 0, idempotency_keys: 2 } }, '1 log-in cleared, 2 retry keys cleared'],
    [{ result: { corrected_flows: 0 } }, 'Nothing to do'],
    [{ result: { new_count: 3 } }, 'new count: 3'],
    [{ result: null, error: 'The PSA did not answer.' }, 'The PSA did not answer.'],
    [{ result: null }, ''],
  ])('%j', (run, words) => {
    expect(resultWords({ ...RUN, ...run })).toBe(words);
  });
});

describe('runTime', () => {
  it.each<[number | null, string]>([
    [null, '–'],
    [40, '0.0 s'],
    [59_940, '59.9 s'],
    [75_000, '1 min 15 s'],
    [119_600, '2 min 0 s'],
  ])('%s', (milliseconds, time) => {
    expect(runTime(milliseconds)).toBe(time);
  });
});
