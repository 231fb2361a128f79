import { once } from 'node:events';
import { createServer } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';

import { createEmptyDatabase } from '../database/test-database.js';
import { connectDatabase } from './connect.js';
import { assertPortIsFree } from './port.js';

describe('connectDatabase', () => {
  let empty: { url: string; drop(): Promise<void> };

  beforeAll(async () => {
    empty = await createEmptyDatabase();
  });

  afterAll(() => empty.drop());

  it('brings an empty database up to date, from two processes at once', async () => {
    const connected = await Promise.all([connectDatabase(empty.url, 2), connectDatabase(empty.url, 2)]);
    for (const dataSource of connected) {
      expect(await dataSource.showMigrations()).toBe(false);
      await dataSource.destroy();
    }
  });

  it('says in words what it cannot reach, without the password', async () => {
    const attempt = connectDatabase('postgres://someone:hunter2@127.0.0.1:1/flowpilot', 2);
    await expect(attempt).rejects.toThrow(/^The database 127\.0\.0\.1:1\/flowpilot cannot be reached: .*ECONNREFUSED/);
    await expect(connectDatabase(`${empty.url}_missing`, 2)).rejects.toThrow(/cannot be reached: .* does not exist/);
  });

  it('says in words why the schema cannot be made', async () => {
    const url = new URL(empty.url);
    const server = new DataSource({ type: 'postgres', url: empty.url });
    await server.initialize();
    await server.query(`create role weak login password 'weak'`);
    url.username = 'weak';
    url.password = 'weak';
    await expect(connectDatabase(url.href, 2)).rejects.toThrow(/cannot be brought up to date: permission denied/);
    await server.query('drop role weak');
    await server.destroy();
  });
});

describe('assertPortIsFree', () => {
  it('tells a port in use from a free one, and leaves the free one free', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const address = holder.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    await expect(assertPortIsFree(port, '127.0.0.1')).rejects.toThrow(`Port ${port} on 127.0.0.1 is in use`);
    holder.close();
    await once(holder, 'close');
    await assertPortIsFree(port, '127.0.0.1');
    await assertPortIsFree(port, '127.0.0.1');
  });

  it('says why an address cannot be listened on', async () => {
    await expect(assertPortIsFree(0, '203.0.113.7')).rejects.toThrow(/cannot listen on port 0 of 203\.0\.113\.7/);
  });
});
