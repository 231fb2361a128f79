import { setTimeout as sleep } from 'node:timers/promises';

import { DataSource, type DataSourceOptions, QueryFailedError } from 'typeorm';

import { distribute } from '../../../../migrations/distribution.js';
import { migrations } from '../../../../migrations/index.js';
import { entities } from './entities.js';

/** Any one number: two processes that migrate at once queue on it. */
const MIGRATION_LOCK = 4_011_868_001;

const LOCK_NOT_AVAILABLE = '55P03';
const LOCK_ATTEMPTS = 5;
const LOCK_PAUSE_MS = 2_000;

/** Statements of some milliseconds are not worth a compilation, which takes longer than they do. What is asked is sent at once. */
const CONNECTION = { options: '-c jit=off', pipeline: true };

/** A replica that hangs is given up after so long: the primary answers meanwhile. */
export const REPLICA_TIME_LIMIT_MS = 5_000;

export function dataSourceOptions(url: string, poolSize: number): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities: [...entities],
    migrations,
    migrationsTransactionMode: 'all',
    poolSize,
    applicationName: 'flowpilot',
    extra: { ...CONNECTION, connectionTimeoutMillis: 10_000 },
  };
}

/** A replica that is away must not keep a request waiting: the primary answers as well. */
export function replicaOptions(url: string, poolSize: number): DataSourceOptions {
  // A connection on which a statement takes longer is closed, which nothing else does to one that hangs.
  const limits = { connectionTimeoutMillis: 2_000, query_timeout: REPLICA_TIME_LIMIT_MS };
  return { type: 'postgres', url, poolSize, applicationName: 'flowpilot', extra: { ...CONNECTION, ...limits } };
}

/**
 * What waits for a table's lock stands in the way of all who come after it: a migration gives up soon, and tries again.
 * Those that may wait set `lock_timeout`.
 */
async function runMigrations(dataSource: DataSource): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await dataSource.runMigrations();
      return;
    } catch (error) {
      if (attempt >= LOCK_ATTEMPTS || !isLockTimeout(error)) throw error;
      await sleep(LOCK_PAUSE_MS);
    }
  }
}

function isLockTimeout(error: unknown): boolean {
  return error instanceof QueryFailedError && Reflect.get(error.driverError, 'code') === LOCK_NOT_AVAILABLE;
}

/** Brings the schema up to date, and spreads it over a cluster. Safe to run from several processes at once, and again. */
export async function migrate(dataSource: DataSource): Promise<void> {
  const lock = dataSource.createQueryRunner();
  await lock.connect();
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await runMigrations(dataSource);
    await dataSource.transaction((manager) => distribute(manager));
  } finally {
    await lock.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await lock.release();
  }
}
