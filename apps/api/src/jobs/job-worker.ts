import { Injectable, Logger } from '@nestjs/common';
import type { PgBoss } from 'pg-boss';

import { Database } from '../database/database.js';
import type { JobData } from './job-data.js';
import type { JobDefinition, JobResult } from './job-definition.js';
import { JobFailure } from './job.failure.js';

const ACCOUNTS_AT_ONCE = 1_000;

/** Does the work of one job that pg-boss hands over. */
@Injectable()
export class JobWorker {
  private readonly logger = new Logger('jobs');

  constructor(private readonly database: Database) {}

  /** @throws JobFailure, which pg-boss keeps; it tries again later. */
  async work(boss: PgBoss, definition: JobDefinition, job: { id: string; data: JobData } | undefined): Promise<JobResult> {
    if (!job) return {};
    const { account_id: accountId } = job.data;
    try {
      return accountId === null ? await this.runForAll(boss, definition) : await definition.run(accountId);
    } catch (error) {
      this.logger.error(error, `${definition.name} ${job.id} failed`);
      throw new JobFailure(error, job.id);
    }
  }

  /** Every account that is due gets a run of its own, which any process may take, in the order in which they are due. */
  private async runForAll(boss: PgBoss, definition: JobDefinition): Promise<JobResult> {
    const accounts = await (definition.dueAccounts?.() ?? this.everyAccount());
    for (let start = 0; start < accounts.length; start += ACCOUNTS_AT_ONCE) {
      const jobs = accounts.slice(start, start + ACCOUNTS_AT_ONCE).map((id, index) => {
        const data: JobData = { account_id: id, trigger: 'schedule' };
        return { data, singletonKey: id, priority: accounts.length - start - index };
      });
      await boss.insert(definition.name, jobs);
    }
    return { accounts: accounts.length, ...(await definition.runShared?.()) };
  }

  private async everyAccount(): Promise<string[]> {
    const accounts = await this.database.query<{ id: string }>('select accounts.id from accounts order by accounts.id');
    return accounts.map(({ id }) => id);
  }
}
