import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import { Logger } from '@nestjs/common';

import { Database } from '../database/database.js';
import { createTestDatabase, type TestDatabase } from '../database/test-database.js';
import { Problem } from '../http/problem.js';
import type { JobDefinition } from './job-definition.js';
import { JobQueue } from './job-queue.js';
import { JobRunsQuery } from './job-runs.query.js';
import { JobWorker } from './job-worker.js';
import { JobsService } from './jobs.service.js';

const jobsOf = async (service: JobsService, accountId: string) => (await service.list(accountId, {})).items;

class PromptQueue extends JobQueue {
  protected override readonly supervisionSeconds = 1;
}

describe('the job queue', () => {
  let database: TestDatabase;
  const queues: JobQueue[] = [];

  beforeAll(async () => {
    Logger.overrideLogger(false);
    database = await createTestDatabase();
  });
  afterEach(async () => {
    await Promise.all(queues.splice(0).map((queue) => queue.stop()));
    await database.dataSource.query('drop schema if exists pgboss cascade');
  });
  afterAll(async () => {
    await database.drop();
  });

  /** One process that knows this job. */
  function started(run: JobDefinition['run'], more: Partial<JobDefinition> = {}) {
    const definition: JobDefinition = { name: 'test.job', cron: '0 3 * * *', run, ...more };
    const base = new Database(database.dataSource);
    const queue = new PromptQueue(database.dataSource, new JobWorker(base), [definition]);
    queues.push(queue);
    const service = new JobsService(queue, new JobRunsQuery(base), [definition]);
    return { queue, service };
  }

  async function account(): Promise<string> {
    const id = randomUUID();
    await database.dataSource.query(`insert into accounts (id, name, time_zone) values ($1, 'Acme', 'UTC')`, [id]);
    return id;
  }

  it('brings the options of a queue up to date that an earlier release made', async () => {
    const options = () =>
      database.dataSource.query<{ retry_limit: number; expire_seconds: number; policy: string }[]>(
        `select retry_limit, expire_seconds, policy from pgboss.queue where name = 'test.job'`,
      );
    const { queue } = started(() => Promise.resolve({}));
    await queue.nextRun('0 3 * * *');
    const present = await options();
    await database.dataSource.query(`update pgboss.queue set retry_limit = 7, expire_seconds = 60 where name = 'test.job'`);
    await started(() => Promise.resolve({})).queue.nextRun('0 3 * * *');
    expect(await options()).toEqual(present);
    expect(present).toEqual([{ retry_limit: 2, expire_seconds: 3600, policy: 'stately' }]);
  });

  it('works for as many accounts at once as the job allows', async () => {
    const begun = new Set<string>();
    const { queue, service } = started(
      async (id) => {
        begun.add(id);
        while (begun.size < 2) await sleep(20);
        return {};
      },
      { atOnce: 2 },
    );
    await queue.work();
    const runs = await Promise.all([await account(), await account()].map(async (id) => service.ended(id, 'test.job', await service.run(id, 'test.job'))));
    expect(runs.map((run) => run.state)).toEqual(['completed', 'completed']);
  });

  it('runs a job for the account that asks, and keeps what it did', async () => {
    const ran: string[] = [];
    const { queue, service } = started((id) => Promise.resolve({ corrected: ran.push(id) }));
    await queue.work();
    const accountId = await account();
    const run = await service.run(accountId, 'test.job');
    expect(run).toMatchObject({ trigger: 'demand', error: null });
    expect(await service.ended(accountId, 'test.job', run)).toMatchObject({ id: run.id, state: 'completed', result: { corrected: 1 } });
    expect(ran).toEqual([accountId]);
    const [job] = await jobsOf(service, accountId);
    expect(job).toMatchObject({ name: 'test.job', schedule: '0 3 * * *', last_runs: [{ id: run.id, state: 'completed' }] });
    expect(job?.last_runs[0]?.duration_ms).toBeGreaterThanOrEqual(0);
    expect(job?.next_run_at).toMatch(/T03:00:00.000Z$/);
  });

  it('shows an account only its own runs', async () => {
    const { queue, service } = started(() => Promise.resolve({ corrected: 7 }));
    await queue.work();
    const [mine, other] = [await account(), await account()];
    const run = await service.run(mine, 'test.job');
    await service.ended(mine, 'test.job', run);
    expect(await jobsOf(service, other)).toMatchObject([{ last_runs: [] }]);
    expect(await new JobRunsQuery(new Database(database.dataSource)).one(other, 'test.job', run.id)).toBeNull();
  });

  it('refuses a job that does not exist', async () => {
    const { service } = started(() => Promise.resolve({}));
    await expect(service.run(await account(), 'no.job')).rejects.toThrow(Problem);
  });

  it('asks from a process that does not work itself', async () => {
    const run = () => Promise.resolve({ corrected: 1 });
    const web = started(run);
    const accountId = await account();
    const waiting = await web.service.run(accountId, 'test.job');
    await sleep(300);
    expect(await jobsOf(web.service, accountId)).toMatchObject([{ last_runs: [{ state: 'queued' }] }]);
    await started(run).queue.work();
    expect(await web.service.ended(accountId, 'test.job', waiting)).toMatchObject({ state: 'completed' });
  });

  it('never has two processes at work for one account at once, nor two runs waiting', async () => {
    let [atWork, most, runs] = [0, 0, 0];
    const run = async () => {
      runs += 1;
      most = Math.max(most, ++atWork);
      await sleep(200);
      atWork -= 1;
      return {};
    };
    const [one, two] = [started(run), started(run)];
    await Promise.all([one.queue.work(), two.queue.work()]);
    const accountId = await account();
    const asking = Array.from({ length: 6 }, () => [one, two].map(({ service }) => service.run(accountId, 'test.job')));
    const asked = await Promise.all(asking.flat());
    await Promise.all(asked.map((found) => one.service.ended(accountId, 'test.job', found)));
    expect(most).toBe(1);
    expect(runs).toBe(new Set(asked.map(({ id }) => id)).size);
    expect(runs).toBeLessThan(asked.length);
  });

  it('gives every account its own run when the schedule comes up', async () => {
    const ran: string[] = [];
    let shared = 0;
    const { queue, service } = started(
      (id) => Promise.resolve({ corrected: ran.push(id) }),
      { runShared: () => Promise.resolve({ swept: ++shared }) },
    );
    const accounts = [await account(), await account()];
    await queue.work();
    await database.dataSource.query(
      `insert into pgboss.job (name, data, policy) values ('test.job', '{"account_id": null, "trigger": "schedule"}', 'stately')`,
    );
    while (ran.length < 2 + (await others(accounts))) await sleep(50);
    expect(ran).toEqual(expect.arrayContaining(accounts));
    expect(shared).toBe(1);
    expect(await jobsOf(service, accounts[0] ?? '')).toMatchObject([{ last_runs: [{ trigger: 'schedule', result: {} }] }]);
  });

  it('runs accounts in the order in which they are due', async () => {
    const ran: string[] = [];
    const due = [await account(), await account(), await account(), await account()].sort().reverse();
    const { queue } = started((id) => Promise.resolve({ corrected: ran.push(id) }), { dueAccounts: () => Promise.resolve(due) });
    await queue.work();
    await database.dataSource.query(
      `insert into pgboss.job (name, data, policy) values ('test.job', '{"account_id": null, "trigger": "schedule"}', 'stately')`,
    );
    while (ran.length < due.length) await sleep(50);
    expect(ran).toEqual(due);
  });

  const others = async (known: string[]) => {
    const [row] = await database.dataSource.query<{ count: number }[]>(
      'select count(*)::int as count from accounts where not id = any($1)',
      [known],
    );
    return row?.count ?? 0;
  };

  it('tells why a run failed without telling more', async () => {
    const failures = [new Problem('conflict', 'The account is locked.'), new Error('password of 10.0.0.7 is hunter2')];
    const { queue, service } = started(() => Promise.reject(failures.shift() ?? new Error('again')));
    await queue.work();
    for (const reason of ['The account is locked.', 'The run failed unexpectedly; the log names the cause under']) {
      const accountId = await account();
      const { id } = await service.run(accountId, 'test.job');
      let error: string | null | undefined = null;
      while (error === null) [error] = (await jobsOf(service, accountId)).map((job) => job.last_runs[0]?.error);
      expect(error).toContain(reason);
      expect(JSON.stringify(await database.dataSource.query('select output from pgboss.job where id = $1', [id]))).not.toContain('hunter2');
    }
  });

  it('takes up a run again whose process died', async () => {
    const { queue, service } = started(() => Promise.resolve({ corrected: 1 }));
    const accountId = await account();
    const run = await service.run(accountId, 'test.job');
    await queue.stop();
    await database.dataSource.query(
      `update pgboss.job set state = 'active', started_on = now() - interval '1 minute',
              heartbeat_on = now() - interval '1 minute', retry_delay = 0 where id = $1`,
      [run.id],
    );
    await queue.work();
    expect(await service.ended(accountId, 'test.job', run)).toMatchObject({ id: run.id, state: 'completed', result: { corrected: 1 } });
  });

  it('lets a run finish when the process is asked to stop', async () => {
    let finished = false;
    const { queue, service } = started(async () => {
      await sleep(500);
      finished = true;
      return {};
    });
    await queue.work();
    const accountId = await account();
    await service.run(accountId, 'test.job');
    while ((await jobsOf(service, accountId))[0]?.last_runs[0]?.state !== 'running') await sleep(20);
    await queue.stop();
    expect(finished).toBe(true);
  });
});
