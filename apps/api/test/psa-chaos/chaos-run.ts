import { setTimeout as sleep } from 'node:timers/promises';

import type { PushRetryDto } from '@flowpilot/contracts';

import { ConnectedAccount } from '../connected-account.js';
import { ProductProcess } from '../product-process.js';
import { pushSession } from './chaos-work.js';
import { differences } from './chaos-verdict.js';
import { seededRandom } from './seeded-random.js';

export interface ChaosOptions {
  /** At least so many pushes. */
  pushes: number;
  /** Workers killed at random moments while pushes are under way. */
  kills: number;
  workers: number;
  /** 0 to 1: requests that fail in one way or another. */
  faultRate: number;
  seed: number;
  /** When to give up waiting. */
  limitMs: number;
}

export interface ChaosReport {
  pushes: Record<string, number>;
  kills: number;
  /** Failed pushes that a person made pending again. */
  retried: number;
  faults: Record<string, number>;
  /** Attempts at all pushes together. */
  attempts: number;
  seconds: number;
  /** Empty on a sound outbox. */
  differences: string[];
}

/** A late request is stored this long after it came: its sender has given up, and the quiet time is not over. */
const [TIMEOUT_MS, LATE_MS, QUIET_MS] = [1_500, 2_000, 4_000];

/** Pushes, faults and kills at random, until everything has come to its end; then the books are compared. */
export class ChaosRun {
  private readonly random: () => number;
  /** Of its own: how often it is drawn depends on how soon workers are ready, and what is asked must be the same each time. */
  private readonly killing: () => number;
  private workers: ProductProcess[] = [];
  private killed = 0;
  private asked = 0;
  private retried = 0;

  private constructor(
    private readonly account: ConnectedAccount,
    private readonly options: ChaosOptions,
  ) {
    this.random = seededRandom(options.seed);
    this.killing = seededRandom(options.seed + 2);
  }

  static async of(options: ChaosOptions): Promise<ChaosReport> {
    const account = await ConnectedAccount.start({ quietMs: QUIET_MS, timeoutMs: TIMEOUT_MS });
    try {
      return await new ChaosRun(account, options).run();
    } finally {
      await account.stop();
    }
  }

  private async run(): Promise<ChaosReport> {
    const began = Date.now();
    const { standIn } = this.account;
    standIn.state.hoursStep = 0.25;
    standIn.faults.atRandom({ rate: this.options.faultRate, random: seededRandom(this.options.seed + 1), delayMs: LATE_MS });
    this.workers = Array.from({ length: this.options.workers }, () => this.startWorker());
    try {
      await this.askAndKill();
      await this.untilNothingIsOpen(began + this.options.limitMs);
    } finally {
      standIn.faults.atRandom(undefined);
      await Promise.all(this.workers.map((worker) => worker.stop()));
    }
    return this.report(began);
  }

  /** The asking is spread over the killing, so that every kill meets work. */
  private async askAndKill(): Promise<void> {
    const { userId: unmapped } = await this.account.application.signIn('engineer', this.account.admin.accountId);
    while (this.asked < this.options.pushes || this.killed < this.options.kills) {
      const due = Math.ceil((this.options.pushes * (this.killed + 1)) / (this.options.kills + 1));
      while (this.asked < due) this.asked += await pushSession(this.account, this.random, unmapped);
      if (this.killed < this.options.kills) await this.killOne();
    }
  }

  private async killOne(): Promise<void> {
    await sleep(50 + this.killing() * 700);
    const victim = Math.floor(this.killing() * this.workers.length);
    const worker = this.workers[victim];
    if (!worker?.isAlive || !worker.output.includes('worker is ready')) return;
    await worker.kill();
    this.killed += 1;
    this.workers[victim] = this.startWorker();
  }

  private startWorker(): ProductProcess {
    return ProductProcess.start('worker', {
      DATABASE_URL: this.account.application.databaseUrl,
      JWT_SECRET: 'j'.repeat(32),
      ENCRYPTION_KEY: 'e'.repeat(32),
      DB_POOL: '6',
      LOG_LEVEL: 'error',
      PSA_ALLOW_PRIVATE_ADDRESSES: 'true',
      PSA_TIMEOUT_MS: String(TIMEOUT_MS),
      PSA_QUIET_MS: String(QUIET_MS),
      PSA_RETRY_BASE_MS: '100',
      PSA_POLL_MS: '50',
      PSA_CONCURRENCY: '16',
    });
  }

  /** A push that was tried too often holds back those behind it; somebody retries it, as a person would. */
  private async untilNothingIsOpen(deadline: number): Promise<void> {
    for (;;) {
      const { open, held } = await this.open();
      if (open === 0) return;
      if (Date.now() > deadline) throw new Error(`not settled in time: ${this.workers.map((each) => each.output).join('\n')}`);
      if (open === held) this.retried += (await this.account.send<PushRetryDto>('POST', '/psa/pushes/retry')).body.retried;
      await sleep(250);
    }
  }

  private async open(): Promise<{ open: number; held: number }> {
    const [row] = await this.account.application.database.query<{ open: number; held: number }>(
      `select count(*)::int as open,
              (count(*) filter (where exists (
                select from psa_pushes as earlier
                where earlier.account_id = pushes.account_id and earlier.stream_id = pushes.stream_id
                  and earlier.position < pushes.position and earlier.state = 'failed'
              )))::int as held
       from psa_pushes as pushes
       where pushes.account_id = $1 and pushes.state in ('pending', 'unknown')`,
      [this.account.admin.accountId],
    );
    return row ?? { open: 0, held: 0 };
  }

  private async report(began: number): Promise<ChaosReport> {
    const seconds = Math.round((Date.now() - began) / 100) / 10;
    const rows = await this.account.application.database.query<{ state: string; pushes: number; attempts: number }>(
      `select pushes.state, count(*)::int as pushes, sum(pushes.attempts)::int as attempts
       from psa_pushes as pushes where pushes.account_id = $1 group by pushes.state order by pushes.state`,
      [this.account.admin.accountId],
    );
    return {
      pushes: Object.fromEntries(rows.map(({ state, pushes }) => [state, pushes])),
      kills: this.killed,
      retried: this.retried,
      faults: Object.fromEntries(this.account.standIn.faults.met),
      attempts: rows.reduce((sum, { attempts }) => sum + attempts, 0),
      seconds,
      differences: await differences(this.account),
    };
  }
}
