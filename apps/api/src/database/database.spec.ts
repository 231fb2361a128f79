import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ClientBase } from 'pg';

import { migrate } from './data-source.js';
import { Database } from './database.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';
import { together } from './together.js';
import { limitSettings } from './transaction-limit.js';

describe('Database', () => {
  let testDatabase: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    database = new Database(testDatabase.dataSource);
    await database.query('create table counters (id int primary key, n int not null)');
  });

  afterAll(() => testDatabase.drop());

  it('answers an update with its rows', async () => {
    await database.query('insert into counters values (1, 0)');
    const rows = await database.query<{ n: number }>('update counters set n = n + 1 where id = 1 returning n');
    expect(rows).toEqual([{ n: 1 }]);
  });

  it('rolls every nested write back when the outer work fails', async () => {
    const failing = database.transaction(async () => {
      await database.transaction(() => database.query('insert into counters values (2, 0)'));
      throw new Error('after the write');
    });
    await expect(failing).rejects.toThrow('after the write');
    expect(await database.query('select 1 from counters where id = 2')).toEqual([]);
  });

  it('retries a deadlock until both transactions are through', async () => {
    await database.query('insert into counters values (10, 0), (11, 0)');
    const increment = (id: number) => database.query('update counters set n = n + 1 where id = $1', [id]);
    const both = (first: number, second: number) =>
      database.transaction(async () => {
        await increment(first);
        await database.query('select pg_sleep(0.05)');
        await increment(second);
      });
    await Promise.all([both(10, 11), both(11, 10)]);
    expect(await database.query('select n from counters where id in (10, 11)')).toEqual([{ n: 2 }, { n: 2 }]);
  });

  it.each([
    ['one after another', async (one: () => Promise<object[]>, other: () => Promise<object[]>) => [await one(), await other()]],
    ['together', (one: () => Promise<object[]>, other: () => Promise<object[]>) => together(one(), other())],
    // What the transaction makes of the others is told sooner than why.
    ['deep among others', async (one: () => Promise<object[]>, other: () => Promise<object[]>) => {
      const [[first], second] = await together(together(one(), database.query('select pg_sleep(0.01)')), other());
      return [first, second];
    }],
  ])('answers on a snapshot from statements %s that were planned before a release changed a column', async (_, both) => {
    await database.query('create table notes (text varchar(10) not null)');
    await database.query(`insert into notes values ('kept')`);
    const texts = () => database.prepared<{ text: string }>('select notes.text from notes');
    const first = () => database.prepared<{ text: string }>('select notes.text from notes limit 1');
    const read = () => database.snapshot(() => both(texts, first));
    const kept = [[{ text: 'kept' }], [{ text: 'kept' }]];
    // Each connection of the pool plans both.
    expect(await Promise.all([read(), read(), read()])).toEqual([kept, kept, kept]);
    await database.query('alter table notes alter column text type text');
    expect(await Promise.all([read(), read(), read()])).toEqual([kept, kept, kept]);
    expect(await read()).toEqual(kept);
    await database.query('drop table notes');
  });

  it('reads one snapshot, whatever others write meanwhile, and refuses to write in it', async () => {
    await database.query('insert into counters values (20, 0)');
    const n = () => database.query<{ n: number }>('select n from counters where id = 20');
    await database.snapshot(async () => {
      expect(await n()).toEqual([{ n: 0 }]);
      await testDatabase.dataSource.query('update counters set n = 1 where id = 20');
      expect(await n()).toEqual([{ n: 0 }]);
    });
    expect(await n()).toEqual([{ n: 1 }]);
    const writing = database.snapshot(() => database.query('update counters set n = 2 where id = 20'));
    await expect(writing).rejects.toThrow('read-only');
  });

  it.each(['query', 'prepared'] as const)('begins the snapshot before the first read by `%s`, and ends it before the connection is used again', async (by) => {
    const isolation = () => database[by]<{ isolation: string }>(`select current_setting('transaction_isolation') as isolation`);
    const size = Number(testDatabase.dataSource.options.poolSize);
    for (let n = 0; n < 2 * size; n += 1) {
      expect(await database.snapshot(isolation)).toEqual([{ isolation: 'repeatable read' }]);
      expect(await isolation()).toEqual([{ isolation: 'read committed' }]);
    }
  });

  it('tells why one of several reads failed, and answers the next one', async () => {
    const read = (sql: string) => database.prepared(sql);
    const reads = () => together(read('select 1'), read('select 1 / 0'), read('select pg_sleep(0.05)'), read('select 2'));
    await expect(database.snapshot(reads)).rejects.toThrow('division by zero');
    expect(await database.snapshot(() => together(read('select 1 as n'), read('select 2 as n')))).toEqual([[{ n: 1 }], [{ n: 2 }]]);
  });

  it('survives the loss of a connection while it reads', async () => {
    const read = (sql: string) => database.prepared<{ n: number }>(sql);
    const lost = database.snapshot(() => together(read('select pg_terminate_backend(pg_backend_pid())'), read('select 1 as n')));
    await expect(lost).rejects.toThrow(/terminat/);
    expect(await database.snapshot(() => read('select 1 as n'))).toEqual([{ n: 1 }]);
  });

  it.each([
    ['a read', () => database.prepared('select 1')],
    ['the end', () => Promise.resolve([])],
  ])('sends nothing more, as %s, on a connection that was taken away', async (_, last) => {
    const runner = testDatabase.dataSource.createQueryRunner();
    const client = (await runner.connect()) as ClientBase;
    const sent = jest.spyOn(client, 'query');
    const reading = database.snapshotOn(runner, async () => {
      await runner.release();
      return last();
    });
    await expect(reading).rejects.toThrow('released');
    expect(sent.mock.calls).toEqual([[expect.stringContaining('begin')]]);
    sent.mockRestore();
    await client.query('rollback');
  });

  it.each([150_013, 160_004, 170_000, 180_000])('bounds a transaction by settings that PostgreSQL %i knows', async (version) => {
    const settings = limitSettings(version);
    const known = await database.query<{ name: string }>('select name from pg_settings where name = any($1)', [settings]);
    expect(known).toHaveLength(settings.length);
    expect(settings.includes('transaction_timeout')).toBe(version >= 170_000);
    expect(settings.includes('statement_timeout') && settings.includes('idle_in_transaction_session_timeout')).toBe(version < 170_000);
  });

  it('bounds a transaction, and nothing after it', async () => {
    const shown = () => database.query("select current_setting('transaction_timeout') as limit");
    expect(await database.transaction(shown)).toEqual([{ limit: '1min' }]);
    expect(await shown()).toEqual([{ limit: '0' }]);
    expect(await database.transaction(shown, 15 * 60_000)).toEqual([{ limit: '15min' }]);
    await expect(database.transaction(() => database.query('select pg_sleep(5)'), 50)).rejects.toThrow(/terminat|timeout/);
    expect(await shown()).toEqual([{ limit: '0' }]);
  });

  it('begins with more transactions at once than it has connections', async () => {
    const { dataSource } = testDatabase;
    const fresh = new Database(dataSource);
    const size = Number(dataSource.options.poolSize);
    const all = Array.from({ length: 2 * size }, () => fresh.transaction(() => fresh.query('select 1')));
    expect(await Promise.all(all)).toHaveLength(2 * size);
  });

  it('migrates twice at once without harm', async () => {
    await Promise.all([migrate(testDatabase.dataSource), migrate(testDatabase.dataSource)]);
  });
});
