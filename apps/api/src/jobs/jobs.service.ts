import { setTimeout as sleep } from 'node:timers/promises';

import { Inject, Injectable } from '@nestjs/common';

import type { JobDto, JobRunDto } from '@flowpilot/contracts';

import { Problem } from '../http/problem.js';
import { JOB_DEFINITIONS, type JobDefinition } from './job-definition.js';
import { JobQueue } from './job-queue.js';
import { JobRunsQuery } from './job-runs.query.js';

const RUNS_SHOWN = 10;
/** Shorter than any transaction or proxy would bear. */
const LONGEST_WAIT_MS = 30_000;
const LOOK_EVERY_MS = 100;

/** The jobs as an account sees them: its own runs only. */
@Injectable()
export class JobsService {
  constructor(
    private readonly queue: JobQueue,
    private readonly runs: JobRunsQuery,
    @Inject(JOB_DEFINITIONS) private readonly definitions: readonly JobDefinition[],
  ) {}

  async list(accountId: string): Promise<JobDto[]> {
    const jobs: JobDto[] = [];
    for (const { name, cron } of this.definitions) {
      const next = await this.queue.nextRun(cron);
      const runs = await this.runs.latest(accountId, name, RUNS_SHOWN);
      jobs.push({ name, schedule: cron, next_run_at: next.toISOString(), last_runs: runs });
    }
    return jobs;
  }

  /** Asks for a run of the job for the account, or finds the one that is waiting already. */
  async run(accountId: string, name: string): Promise<JobRunDto> {
    if (!this.definitions.some((definition) => definition.name === name)) throw Problem.notFound('job');
    for (;;) {
      const id = await this.queue.send(name, accountId);
      const run = id === null ? await this.runs.queued(accountId, name) : await this.runs.one(accountId, name, id);
      // None when the waiting one has begun just now: it may not see what was written since.
      if (run) return run;
    }
  }

  /** The run as it stands when it has ended, or when nobody should wait any longer. */
  async ended(accountId: string, name: string, run: JobRunDto): Promise<JobRunDto> {
    const deadline = Date.now() + LONGEST_WAIT_MS;
    let latest = run;
    while (latest.state !== 'completed' && latest.state !== 'failed' && Date.now() < deadline) {
      await sleep(LOOK_EVERY_MS);
      latest = (await this.runs.one(accountId, name, run.id)) ?? latest;
    }
    return latest;
  }
}
