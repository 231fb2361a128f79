import { setTimeout as sleep } from 'node:timers/promises';

import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';

import { reasonOf } from '../config/failure.js';
import { Settings } from '../config/settings.js';
import { Problem } from '../http/problem.js';
import { REPLICA_TIME_LIMIT_MS, replicaOptions } from './data-source.js';
import { Database } from './database.js';
import { replicaState } from './replica.query.js';

/** So long after a failure the primary alone is asked; then one request tries. */
const PAUSE_MS = 5_000;

/**
 * Reads that may be a little old, from a replica by setting. Whatever keeps it from answering, the primary does: it is
 * away, or it is none; it does not know the account yet; it ended the read in favour of what it replays.
 */
@Injectable()
export class Replica implements OnApplicationShutdown {
  private readonly logger = new Logger('replica');
  private source: DataSource | null;
  private connecting: Promise<DataSource> | undefined;
  private isAway = false;
  private asksAgainAt = 0;

  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
  ) {
    this.source = this.freshSource();
  }

  /**
   * @param read everything that one answer is made of, seen at one moment on a replica; without `asOf` the primary is
   *   asked. Called again for the primary when the replica failed, so it must have no effect.
   */
  async read<T>(read: (asOf?: Date) => Promise<T>): Promise<T> {
    if (this.source === null || (this.isAway && performance.now() < this.asksAgainAt)) return read();
    this.asksAgainAt = performance.now() + PAUSE_MS;
    let answer: T;
    try {
      answer = await this.readInTime(this.source, read);
    } catch (error) {
      if (!(error instanceof Problem)) this.failed(error);
      return read();
    }
    this.answered();
    return answer;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.connecting?.catch(() => undefined);
    if (this.source?.isInitialized) await this.source.destroy();
  }

  private async readInTime<T>(source: DataSource, read: (asOf: Date) => Promise<T>): Promise<T> {
    const timer = new AbortController();
    const reading = this.readOn(source, read);
    const limit = sleep(REPLICA_TIME_LIMIT_MS, 'late' as const, { signal: timer.signal, ref: false });
    try {
      const first = await Promise.race([reading.then((answer) => ({ answer })), limit]);
      if (first !== 'late') return first.answer;
      this.abandon(source);
      throw new Error(`nothing came within ${REPLICA_TIME_LIMIT_MS} ms`);
    } finally {
      timer.abort();
      limit.catch(() => undefined);
      reading.catch(() => undefined);
    }
  }

  /** Connections on which nothing comes back are no good for the next one. They end when they can, at the latest by their own limit. */
  private abandon(source: DataSource): void {
    if (this.source !== source) return;
    this.source = this.freshSource();
    this.connecting = undefined;
    source.destroy().catch(() => undefined);
  }

  private freshSource(): DataSource | null {
    const { databaseReplicaUrl: url, databasePool } = this.settings;
    return url === null ? null : new DataSource(replicaOptions(url, databasePool));
  }

  private async readOn<T>(source: DataSource, read: (asOf: Date) => Promise<T>): Promise<T> {
    const runner = (await this.connected(source)).createQueryRunner();
    try {
      // Before the snapshot is taken: it shows all that was there by then.
      const asOf = await this.moment(runner);
      return await this.database.snapshotOn(runner, () => read(asOf));
    } finally {
      await runner.release();
    }
  }

  private async moment(runner: QueryRunner): Promise<Date> {
    const { is_replica: isReplica, as_of_ms: ms } = await replicaState(runner);
    if (!isReplica) throw new Error('the server follows no other');
    if (ms === null) throw new Error('the server does not say how far it is');
    return new Date(ms);
  }

  /** By the first read: no start waits for the replica. */
  private connected(source: DataSource): Promise<DataSource> {
    this.connecting ??= source.initialize().catch((error: unknown) => {
      this.connecting = undefined;
      throw error;
    });
    return this.connecting;
  }

  private failed(error: unknown): void {
    this.asksAgainAt = performance.now() + PAUSE_MS;
    if (!this.isAway) this.logger.warn(`The replica does not answer: ${reasonOf(error)}. The primary does until it can.`);
    this.isAway = true;
  }

  private answered(): void {
    if (this.isAway) this.logger.log('The replica answers again.');
    this.isAway = false;
  }
}
