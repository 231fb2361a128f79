import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';

import { Scenario } from '@flowpilot/testing';

import { dataSourceOptions, migrate } from '../apps/api/src/database/data-source.js';
import { Database } from '../apps/api/src/database/database.js';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../apps/api/src/database/test-database.js';
import { CitusStandIn } from '../apps/api/test/citus-stand-in.js';
import { distribute, FUNCTIONS, REFERENCE_TABLES, TENANT_TABLES } from './distribution.js';

const FOREIGN_KEYS = `
  select pg_constraint.conrelid::regclass::text as table, pg_constraint.conname as name, pg_constraint.convalidated as valid,
         pg_get_constraintdef(pg_constraint.oid) as definition
  from pg_constraint
  where pg_constraint.contype = 'f'
  order by 1, 2`;

const foreignKeys = (dataSource: DataSource) => dataSource.query<{ name: string }[]>(FOREIGN_KEYS);

describe('Distribution', () => {
  /** A database of one server, with its schema, in which Citus may appear. */
  let single: TestDatabase;

  beforeEach(async () => {
    single = await createTestDatabase();
  });
  afterEach(() => single.drop());

  it('says of every table how it is spread', async () => {
    const tables = await single.dataSource.query<{ name: string }[]>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`,
    );
    const listed = [...REFERENCE_TABLES, ...TENANT_TABLES, 'migrations'];
    expect(tables.map(({ name }) => name).sort()).toEqual(listed.sort());
  });

  it('does nothing without Citus', async () => {
    const citus = await CitusStandIn.install(single.dataSource);
    await migrate(single.dataSource);
    expect(await citus.calls()).toEqual([]);
  });

  it('spreads the tables of an empty database before their foreign keys are made', async () => {
    const empty = await createEmptyDatabase();
    const dataSource = await new DataSource(dataSourceOptions(empty.url, 2)).initialize();
    const citus = await CitusStandIn.install(dataSource);
    await citus.appear();
    await migrate(dataSource);

    const expected = await foreignKeys(single.dataSource);
    const [first, ...others] = TENANT_TABLES;
    expect(await citus.calls()).toEqual([
      ...REFERENCE_TABLES.map((table) => `reference ${table} sequential`),
      `distribute ${first} by account_id with none sequential`,
      ...others.map((table) => `distribute ${table} by account_id with ${first} sequential`),
      ...[...REFERENCE_TABLES, ...TENANT_TABLES].map((table) => `truncate ${table}`),
      ...expected.map(({ name }) => name),
      ...FUNCTIONS.map((name) => `function ${name.replace(', ', ',')}`),
    ]);
    expect(await foreignKeys(dataSource)).toEqual(expected);

    await migrate(dataSource);
    expect(await citus.calls()).toEqual([]);
    await dataSource.destroy();
    await empty.drop();
  });

  it('spreads a database that was of one server, and has its rows and keys afterwards', async () => {
    const database = new Database(single.dataSource);
    const scenario = await Scenario.start(database);
    await scenario.session({ createdAt: new Date('2026-06-01T12:00:00Z') });
    const before = await foreignKeys(single.dataSource);
    const citus = await CitusStandIn.install(single.dataSource);
    await citus.appear();

    await migrate(single.dataSource);
    expect((await citus.calls()).filter((call) => call.startsWith('distribute'))).toHaveLength(TENANT_TABLES.length);
    expect(await foreignKeys(single.dataSource)).toEqual(before);
    expect(await database.query('select from sessions where sessions.account_id = $1', [scenario.accountId])).toHaveLength(1);
  });

  it.each([
    ['11.1-1', false],
    ['10.2-4', false],
    ['11.2-1', true],
    ['12.0-1', true],
  ])('takes Citus %s: %s', async (version, isTaken) => {
    const citus = await CitusStandIn.install(single.dataSource);
    await citus.appear(version);
    if (!isTaken) await expect(migrate(single.dataSource)).rejects.toThrow(`Citus 11.2 or newer is needed; the server has ${version}`);
    else await migrate(single.dataSource);
    expect((await citus.calls()).length > 0).toBe(isTaken);
  });

  it('spreads a table that a later migration adds, before its keys', async () => {
    const { dataSource } = single;
    const citus = await CitusStandIn.install(dataSource);
    await citus.appear();
    await migrate(dataSource);
    await citus.calls();
    const before = await foreignKeys(dataSource);

    await citus.forget('psa_entry_drifts');
    await dataSource.query('drop table psa_entry_drifts');
    await dataSource.transaction(async (manager) => {
      await manager.query('create table psa_entry_drifts (account_id uuid not null, activity_id uuid not null)');
      await distribute(manager);
      await manager.query(
        `alter table psa_entry_drifts
           add constraint psa_entry_drifts_account_fk foreign key (account_id) references accounts (id),
           add constraint psa_entry_drifts_psa_activity_logs_fk foreign key (account_id, activity_id)
             references psa_activity_logs (account_id, id)`,
      );
    });
    expect((await citus.calls()).filter((call) => !call.startsWith('function'))).toEqual([
      'distribute psa_entry_drifts by account_id with sessions sequential',
      'truncate psa_entry_drifts',
    ]);
    expect(await foreignKeys(dataSource)).toEqual(before);
  });

  it('leaves everything as it was when a node refuses', async () => {
    const before = await foreignKeys(single.dataSource);
    const citus = await CitusStandIn.install(single.dataSource);
    await citus.appear();
    await single.dataSource.query('drop function create_distributed_function');
    await expect(migrate(single.dataSource)).rejects.toThrow('create_distributed_function');
    expect(await citus.calls()).toEqual([]);
    expect(await foreignKeys(single.dataSource)).toEqual(before);
  });
});
