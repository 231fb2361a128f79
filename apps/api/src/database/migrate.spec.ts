import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { Scenario } from '@flowpilot/testing';

import { ClosedHours1790001000000 } from '../../../../migrations/1790001000000-closed-hours.js';
import { migrations } from '../../../../migrations/index.js';
import { migrate } from './data-source.js';
import { Database } from './database.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

const LOCK_TIMEOUT_MS = 5_000;

describe('migrate', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('gives way to who reads for long, and comes again', async () => {
    const { dataSource } = database;
    const { accountId } = await Scenario.start(new Database(dataSource));
    await dataSource.query(
      `insert into rollup_days (account_id, day, starts_at, ends_at, whole, time_zone) values ($1, '2026-06-30', '2026-06-30T00:00Z', '2026-06-30T09:00Z', false, 'UTC')`,
      [accountId],
    );
    await dataSource.query(
      `insert into psa_day_stats (account_id, day, previous_day, entries, unattributed, hour_parts) values ($1, '2026-06-30', '-infinity', 1, 0, 0)`,
      [accountId],
    );
    // Back to before the hours of a day were counted.
    const since = migrations.slice(migrations.indexOf(ClosedHours1790001000000));
    while (since.pop()) await dataSource.undoLastMigration({ transaction: 'all' });
    // Counts of a day that is not counted would be in the way of its refresh.
    expect(await dataSource.query('select psa_day_stats.day from psa_day_stats')).toEqual([]);
    const reader = dataSource.createQueryRunner();
    await reader.startTransaction();
    await reader.query('select from rollup_days');
    const migrated = migrate(dataSource);
    await sleep(LOCK_TIMEOUT_MS + 500);
    // Nobody waits behind it meanwhile.
    await dataSource.query('select rollup_days.day from rollup_days');
    await reader.commitTransaction();
    await reader.release();
    await migrated;
    expect(await dataSource.query('select rollup_days.whole from rollup_days')).toEqual([]);
  });
});
