import { setTimeout as sleep } from 'node:timers/promises';

import { Inject, Injectable } from '@nestjs/common';

import type { JobDto, JobRunDto, JobRunFilterDto, Page, PageQueryDto } from '@flowpilot/contracts';

import { decodeCursor, pageSize, toPage } from '../http/page.js';
import { Problem } from '../http/problem.js';
import { JOB_DEFINITIONS, type JobDefinition } from './job-definition.js';
import { JobQueue } from './job-queue.js';
import type { JobRunRow } from './job-run.csv.js';
import { JobRunsQuery } from './job-runs.query.js';

const RUNS_SHOWN = 10;
/** Shorter than any proxy would bear. */
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

  /** In the order of the schedule. */
  async list(accountId: string, query: PageQueryDto): Promise<Page<JobDto>> {
    const jobs: JobDto[] = [];
    for (const definition of this.after(query).slice(0, pageSize(query) + 1)) {
      jobs.push(await this.describe(accountId, definition));
    }
    return toPage(jobs, query, ({ name }) => [name], (job) => job);
  }

  /** A row a run; a job that has not run for the account yet has one without. */
  everyRun(accountId: string, { name }: JobRunFilterDto): AsyncGenerator<JobRunRow> {
    const definitions = this.definitions.filter((definition) => name === undefined || definition.name === name);
    // At once, so that it is answered.
    if (definitions.length === 0) throw Problem.invalid('name', 'name must be that of a job');
    return this.runsOf(accountId, definitions);
  }

  private async *runsOf(accountId: string, definitions: readonly JobDefinition[]): AsyncGenerator<JobRunRow> {
    for (const definition of definitions) {
      const { last_runs: runs, ...job } = await this.describe(accountId, definition);
      for (const run of runs.length > 0 ? runs : [null]) yield { job, run };
    }
  }

  private after({ cursor }: PageQueryDto): readonly JobDefinition[] {
    const [last] = decodeCursor(cursor, 1) ?? [];
    if (last === undefined) return this.definitions;
    const index = this.definitions.findIndex(({ name }) => name === last);
    if (index < 0) throw Problem.invalid('cursor', 'cursor must be the next_cursor of a page of this list');
    return this.definitions.slice(index + 1);
  }

  private async describe(accountId: string, { name, cron }: JobDefinition): Promise<JobDto> {
    const next = await this.queue.nextRun(cron);
    const runs = await this.runs.latest(accountId, name, RUNS_SHOWN);
    return { name, schedule: cron, next_run_at: next.toISOString(), last_runs: runs };
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
