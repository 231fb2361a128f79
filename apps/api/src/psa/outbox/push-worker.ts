import { setTimeout as sleep } from 'node:timers/promises';

import { Injectable, Logger } from '@nestjs/common';

import { Settings } from '../../config/settings.js';
import { Database } from '../../database/database.js';
import { Clock } from '../../time/clock.js';
import { DueAccounts, type Turn } from './due-accounts.js';
import { HeldLeases } from './held-leases.js';
import { type ClaimedPush, claimPushes, selectDueAccounts } from './push-claims.query.js';
import { LEASE_SLACK_MS, PushDelivery } from './push-delivery.js';

const STOP_TIMEOUT_MS = 10_000;
const PAUSE_AFTER_FAILURE_MS = 1_000;

/**
 * Sends what is due, some pushes at a time, as long as this process works on jobs. Any number of processes may do
 * so at once: the claims keep them apart.
 */
@Injectable()
export class PushWorker {
  private readonly logger = new Logger('psa');
  private readonly underway = new Set<Promise<void>>();
  private readonly due: DueAccounts;
  private readonly leaseMs: number;
  private readonly leases: HeldLeases;
  private lookedAt = Number.NEGATIVE_INFINITY;
  private stopping: AbortController | null = null;
  private loop: Promise<void> | null = null;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly delivery: PushDelivery,
  ) {
    this.due = new DueAccounts(settings.psa.concurrency);
    this.leaseMs = settings.psa.timeoutMs + LEASE_SLACK_MS;
    this.leases = new HeldLeases(database, this.leaseMs);
  }

  start(): void {
    this.leases.start();
    const stopping = new AbortController();
    this.stopping = stopping;
    this.loop = this.run(stopping.signal);
  }

  /** Waits for the pushes under way, but only so long; what is cut off is looked up and taken up again later. */
  async stop(withinMs = STOP_TIMEOUT_MS): Promise<void> {
    this.stopping?.abort();
    await Promise.race([this.ended(), sleep(withinMs, undefined, { ref: false })]);
    this.leases.stop();
  }

  private async ended(): Promise<void> {
    await this.loop;
    await Promise.allSettled(this.underway);
  }

  private async run(stopping: AbortSignal): Promise<void> {
    while (!stopping.aborted) {
      try {
        await this.step(stopping);
      } catch (error) {
        this.logger.error(error, 'the outbox cannot be read');
        await this.pause(PAUSE_AFTER_FAILURE_MS, stopping);
      }
    }
  }

  private async step(stopping: AbortSignal): Promise<void> {
    await this.lookAround();
    const turn = this.due.next(this.settings.psa.concurrency - this.underway.size);
    if (turn) await this.claim(turn);
    else await this.pause(this.settings.psa.pollMs, stopping);
  }

  /** Which accounts are due is asked at intervals, busy or not: with a backlog the question is not cheap. */
  private async lookAround(): Promise<void> {
    if (performance.now() - this.lookedAt < this.settings.psa.pollMs) return;
    this.lookedAt = performance.now();
    for (const accountId of await selectDueAccounts(this.database, this.clock.now())) this.due.add(accountId);
  }

  /** An account that gave all that was asked for is asked again, after the others. */
  private async claim({ accountId, limit }: Turn): Promise<void> {
    const lease = { leaseMs: this.leaseMs, quietMs: this.settings.psa.quietMs };
    const pushes = await claimPushes(this.database, accountId, { now: this.clock.now(), limit, ...lease });
    if (pushes.length === limit) this.due.add(accountId);
    for (const push of pushes) {
      this.due.hold(accountId);
      const delivery = this.deliver(push).finally(() => this.underway.delete(delivery));
      this.underway.add(delivery);
    }
  }

  private async deliver(push: ClaimedPush): Promise<void> {
    try {
      this.leases.hold(push);
      await this.delivery.deliver(push);
    } catch (error) {
      this.logger.error(error, `the outcome of push ${push.id} could not be written down`);
    }
    this.leases.release(push);
    this.due.release(push.account_id);
  }

  /** Until the time is over, a push under way has ended, or the process is asked to stop. */
  private async pause(milliseconds: number, stopping: AbortSignal): Promise<void> {
    const over = new AbortController();
    const signal = AbortSignal.any([stopping, over.signal]);
    const timer = sleep(milliseconds, undefined, { signal }).catch(() => undefined);
    await Promise.race([timer, ...this.underway]);
    over.abort();
  }
}
