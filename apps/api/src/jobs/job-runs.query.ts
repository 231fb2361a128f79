import { Injectable } from '@nestjs/common';

import type { JobRunDto } from '@flowpilot/contracts';

import { Database } from '../database/database.js';

interface JobRunRow {
  id: string;
  state: 'created' | 'retry' | 'active' | 'completed' | 'cancelled' | 'failed';
  trigger: 'schedule' | 'demand';
  started_on: Date | null;
  completed_on: Date | null;
  output: unknown;
}

const COLUMNS = `
  select job.id, job.state, job.data ->> 'trigger' as trigger, job.started_on, job.completed_on, job.output
    from pgboss.job`;

const STATES = {
  created: 'queued',
  retry: 'queued',
  active: 'running',
  completed: 'completed',
  cancelled: 'failed',
  failed: 'failed',
} as const satisfies Record<JobRunRow['state'], JobRunDto['state']>;

/** Runs of one account's jobs as pg-boss keeps them: it has no way to ask for the latest ones. */
@Injectable()
export class JobRunsQuery {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  async latest(accountId: string, name: string, limit: number): Promise<JobRunDto[]> {
    const rows = await this.database.query<JobRunRow>(
      `${COLUMNS} where job.name = $1 and job.singleton_key = $2 order by job.created_on desc, job.id limit $3`,
      [name, accountId, limit],
    );
    return rows.map(toRun);
  }

  async one(accountId: string, name: string, id: string): Promise<JobRunDto | null> {
    const [row] = await this.database.query<JobRunRow>(
      `${COLUMNS} where job.name = $1 and job.singleton_key = $2 and job.id = $3`,
      [name, accountId, id],
    );
    return row ? toRun(row) : null;
  }

  /** The run that waits for its turn, for the account. */
  async queued(accountId: string, name: string): Promise<JobRunDto | null> {
    const [row] = await this.database.query<JobRunRow>(
      `${COLUMNS} where job.name = $1 and job.singleton_key = $2 and job.state in ('created', 'retry')
        order by job.created_on limit 1`,
      [name, accountId],
    );
    return row ? toRun(row) : null;
  }
}

function toRun(row: JobRunRow): JobRunDto {
  const { completed_on: ended } = row;
  // A run that waits for its next attempt keeps when the last one began.
  const started = STATES[row.state] === 'queued' ? null : row.started_on;
  return {
    id: row.id,
    state: STATES[row.state],
    trigger: row.trigger,
    started_at: started?.toISOString() ?? null,
    duration_ms: started && ended ? ended.getTime() - started.getTime() : null,
    result: row.state === 'completed' ? counts(row.output) : null,
    error: errorOf(row),
  };
}

/** pg-boss keeps what a job returned or threw; only what was meant for people is shown. */
function errorOf({ state, output }: JobRunRow): string | null {
  if (state === 'completed' || state === 'active' || output === null) return null;
  if (typeof output === 'object' && 'reason' in output && typeof output.reason === 'string') return output.reason;
  return 'The run was broken off before its end.';
}

function counts(output: unknown): Record<string, number> {
  const entries = Object.entries(output ?? {}) as [string, unknown][];
  return Object.fromEntries(entries.filter((entry): entry is [string, number] => typeof entry[1] === 'number'));
}
