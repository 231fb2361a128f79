import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

import { Injectable } from '@nestjs/common';
import { type ClientBase, DatabaseError } from 'pg';
import { DataSource, type EntityManager, QueryFailedError, type QueryRunner, QueryRunnerAlreadyReleasedError } from 'typeorm';

import { renewStatements, statementName } from './statement-name.js';
import { limitSettings } from './transaction-limit.js';

/** No write may outlive this, so that a day that ended hours ago can receive no late, still invisible row. */
const TRANSACTION_LIMIT_MS = 60_000;
const ATTEMPTS = 4;
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK_DETECTED = '40P01';
const FEATURE_NOT_SUPPORTED = '0A000';
/** Where the server finds that what it planned answers other columns now. */
const PLAN_CHECK = 'RevalidateCachedQuery';

/**
 * The one way to the database. Inside `transaction`, every query of the same asynchronous flow belongs to that
 * transaction, however deep it is called.
 */
@Injectable()
export class Database {
  private readonly current = new AsyncLocalStorage<EntityManager>();

  constructor(private readonly dataSource: DataSource) {}

  /** The running transaction's entity manager, or the pool's outside of one. */
  get manager(): EntityManager {
    return this.current.getStore() ?? this.dataSource.manager;
  }

  /** Rows of one parameterised statement. Cast bigint and numeric in SQL: they arrive as strings otherwise. */
  async query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const running = this.current.getStore()?.queryRunner;
    const runner = running ?? this.dataSource.createQueryRunner();
    try {
      // The structured form: the plain one answers an UPDATE with a pair of rows and count.
      const result = await runner.query(sql, [...parameters], true);
      return result.records as Row[];
    } finally {
      if (!running) await runner.release();
    }
  }

  /**
   * As `query`, for a statement that is asked again and again: a connection reads and plans its text once. Only for texts
   * that do not vary, since the server keeps each one.
   */
  async prepared<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const running = this.current.getStore()?.queryRunner;
    const runner = running ?? this.dataSource.createQueryRunner();
    const name = statementName(sql);
    try {
      const client = await connectionOf(runner);
      this.dataSource.logger.logQuery(sql, [...parameters], runner);
      const { rows } = await client.query({ name, text: sql, values: [...parameters] });
      return rows as Row[];
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      if (isOutdated(error)) {
        renewStatements(name);
        if (!running) return await this.query<Row>(sql, parameters);
      }
      throw new QueryFailedError(sql, [...parameters], error);
    } finally {
      if (!running) await runner.release();
    }
  }

  /**
   * Runs `work` atomically, joining the transaction that is already running, if any. Deadlocks and
   * serialisation failures are retried from the start, so `work` must have no effect outside the database. One that
   * takes longer than `limitMs` is rolled back: only what runs while nobody can ask may take longer than usual.
   */
  async transaction<T>(work: () => Promise<T>, limitMs = TRANSACTION_LIMIT_MS): Promise<T> {
    if (this.current.getStore()) return work();
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.dataSource.transaction(async (manager) => {
          await manager.query('select set_config(setting, $2, true) from unnest($1::text[]) as setting', [
            await this.limits(manager),
            `${limitMs}ms`,
          ]);
          return withinLimit(limitMs, () => this.current.run(manager, work));
        });
      } catch (error) {
        if (attempt >= ATTEMPTS || !isTransient(error)) throw error;
        await sleep(Math.random() * 20 * 2 ** attempt);
      }
    }
  }

  /** Runs reads on one snapshot of the data, so that figures read one after another agree. Writes are refused. */
  async snapshot<T>(read: () => Promise<T>): Promise<T> {
    if (this.current.getStore()) return read();
    const runner = this.dataSource.createQueryRunner();
    try {
      return await this.snapshotOn(runner, read);
    } catch (error) {
      // By now statements are planned anew, see `prepared`.
      if (error instanceof QueryFailedError && isOutdated(error.driverError)) return await this.snapshotOn(runner, read);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /**
   * As `snapshot`, on a connection that may be to another server. Nobody waits for the begin, with which the first of the reads
   * goes out, nor for the end, of which reads have nothing to fear: whoever has the connection next comes after it.
   */
  async snapshotOn<T>(runner: QueryRunner, read: () => Promise<T>): Promise<T> {
    const client = await connectionOf(runner);
    // Of the client itself, which sends at once, and so before any of the reads.
    const begun = client.query('begin isolation level repeatable read, read only');
    begun.catch(() => undefined);
    try {
      const answer = await this.current.run(runner.manager, read);
      await begun;
      (await connectionOf(runner)).query('commit').catch(() => undefined);
      return answer;
    } catch (error) {
      // Of a lost connection this fails too; what is told is why.
      await runner.query('rollback').catch(() => undefined);
      throw error;
    }
  }

  /**
   * Runs `work` atomically, on one snapshot that is taken once the lock of that name is held: whatever was committed under
   * it before is seen. It may take as long as it needs. Must not run inside of another transaction.
   */
  async alone<T>(lock: string, work: () => Promise<T>): Promise<T> {
    if (this.current.getStore()) throw new Error('a snapshot taken before the lock may be stale');
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.query('select pg_advisory_lock(hashtextextended($1, 0))', [lock]);
      const unlock = () => runner.query('select pg_advisory_unlock(hashtextextended($1, 0))', [lock]);
      try {
        const result = await runner.manager.transaction('REPEATABLE READ', (manager) => this.current.run(manager, work));
        await unlock();
        return result;
      } catch (error) {
        // A connection that is lost has let go of it already, and fails once more; what is told is why.
        await unlock().catch(() => undefined);
        throw error;
      }
    } finally {
      await runner.release();
    }
  }

  private knownLimits: readonly string[] | undefined;

  /** Asked on the transaction's own connection: a second one may not be had while others wait for theirs. */
  private async limits(manager: EntityManager): Promise<readonly string[]> {
    if (this.knownLimits === undefined) {
      const [row] = await manager.query<{ version: number }[]>(
        `select current_setting('server_version_num')::int as version`,
      );
      this.knownLimits = limitSettings(row?.version ?? 0);
    }
    return this.knownLimits;
  }
}

/** @throws once the runner has given it back, as the end of its pool makes it: it may be another's by now. */
async function connectionOf(runner: QueryRunner): Promise<ClientBase> {
  const client = (await runner.connect()) as ClientBase;
  if (runner.isReleased) throw new QueryRunnerAlreadyReleasedError();
  return client;
}

/** Before PostgreSQL 17 the server bounds each statement only. The clock of the day goes on while a machine sleeps. */
async function withinLimit<T>(limitMs: number, work: () => Promise<T>): Promise<T> {
  const began = Date.now();
  const result = await work();
  if (Date.now() - began > limitMs) throw new Error(`a transaction took longer than ${limitMs.toString()} ms`);
  return result;
}

function isTransient(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const code: unknown = Reflect.get(error.driverError, 'code');
  return code === SERIALIZATION_FAILURE || code === DEADLOCK_DETECTED;
}

/** A later release has changed the type of a column that a statement was planned with. Other things that cannot be have the same code. */
function isOutdated(error: unknown): boolean {
  return error instanceof DatabaseError && error.code === FEATURE_NOT_SUPPORTED && error.routine === PLAN_CHECK;
}
