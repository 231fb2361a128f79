import { Inject, Injectable, Logger } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import { DataSource } from 'typeorm';

import type { JobData } from './job-data.js';
import { JOB_DEFINITIONS, type JobDefinition } from './job-definition.js';
import { JobWorker } from './job-worker.js';

/** Of one account, at most one run waits and one is at work, over all processes. A queue keeps its policy for life. */
const POLICY = 'stately';
const QUEUE = {
  retryLimit: 2,
  retryDelay: 10,
  retryBackoff: true,
  expireInSeconds: 60 * 60,
  /** A run whose process died is taken up again after this long without a sign of life. */
  heartbeatSeconds: 20,
  deleteAfterSeconds: 14 * 24 * 60 * 60,
} as const;
const CONNECTIONS = 3;
/** Somebody waits: before all runs of a schedule, of which there are fewer. */
const ON_DEMAND = 1_000_000_000;
const STOP_TIMEOUT_MS = 10_000;

/** pg-boss in the product's own database: its life, its queues, its schedule. */
@Injectable()
export class JobQueue {
  /** How often dead runs are looked for. */
  protected readonly supervisionSeconds: number = 10;
  private readonly logger = new Logger('jobs');
  private readonly workers = new Map<string, string[]>();
  private starting: Promise<PgBoss> | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly worker: JobWorker,
    @Inject(JOB_DEFINITIONS) private readonly definitions: readonly JobDefinition[],
  ) {}

  /** Works on jobs in this process, and wakes them by their schedule. */
  async work(): Promise<void> {
    const boss = await this.open(true);
    for (const definition of this.definitions) {
      const handler = async ([job]: { id: string; data: JobData }[]) => {
        // The next one without the pause between two looks: a night brings a run for every account.
        this.wake(boss, definition.name);
        return this.worker.work(boss, definition, job);
      };
      const workers: string[] = [];
      this.workers.set(definition.name, workers);
      for (let worker = 0; worker < this.atOnce(definition); worker += 1) {
        workers.push(await boss.work<JobData>(definition.name, { pollingIntervalSeconds: 2 }, handler));
      }
      await boss.schedule(definition.name, definition.cron, { account_id: null, trigger: 'schedule' }, { tz: 'UTC' });
    }
  }

  /** Asks for a run; null when one is waiting already. */
  async send(name: string, accountId: string): Promise<string | null> {
    const boss = await this.open(false);
    const data: JobData = { account_id: accountId, trigger: 'demand' };
    const id = await boss.send(name, data, { singletonKey: accountId, priority: ON_DEMAND });
    this.wake(boss, name);
    return id;
  }

  /** Makes sure that pg-boss's tables are there, and says when a job is due. */
  async nextRun(cron: string): Promise<Date> {
    const boss = await this.open(false);
    const [next] = boss.previewSchedule(cron, { count: 1, tz: 'UTC' });
    if (!next) throw new Error(`the schedule ${cron} never comes up`);
    return next;
  }

  /** Waits for the runs at work, within bounds; what is cut off is taken up again later. */
  async stop(): Promise<void> {
    const boss = await this.starting;
    this.starting = null;
    try {
      await boss?.stop({ graceful: true, timeout: STOP_TIMEOUT_MS });
    } catch (error) {
      // The database may be gone already; the process ends all the same.
      this.logger.error(error);
    }
  }

  /** Of several connections this job leaves one. */
  private atOnce({ atOnce = 1 }: JobDefinition): number {
    const { poolSize = 10 } = this.dataSource.options;
    return Math.max(1, Math.min(atOnce, poolSize - 1));
  }

  private wake(boss: PgBoss, name: string): void {
    for (const worker of this.workers.get(name) ?? []) boss.notifyWorker(worker);
  }

  /** A process that only asks for runs starts pg-boss when first needed, and leaves its upkeep to the workers. */
  private open(upkeep: boolean): Promise<PgBoss> {
    this.starting ??= this.start(upkeep).catch((error: unknown) => {
      this.starting = null;
      throw error;
    });
    return this.starting;
  }

  private async start(upkeep: boolean): Promise<PgBoss> {
    const { options } = this.dataSource;
    const boss = new PgBoss({
      connectionString: 'url' in options ? options.url : undefined,
      application_name: 'flowpilot-jobs',
      max: CONNECTIONS,
      supervise: upkeep,
      schedule: upkeep,
      superviseIntervalSeconds: this.supervisionSeconds,
      monitorIntervalSeconds: this.supervisionSeconds,
    });
    boss.on('error', (error) => this.logger.error(error));
    await boss.start();
    for (const definition of this.definitions) await this.provide(boss, definition);
    return boss;
  }

  /** A queue that an earlier release made keeps its options until it is told the present ones. */
  private async provide(boss: PgBoss, { name, keptSeconds }: JobDefinition): Promise<void> {
    const options = { ...QUEUE, ...(keptSeconds !== undefined && { deleteAfterSeconds: keptSeconds }) };
    await boss.createQueue(name, { policy: POLICY, ...options });
    await boss.updateQueue(name, options);
  }
}
