import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

import { randomToken, tokenHash } from '../../src/auth/index.js';
import { createEmptyDatabase } from '../../src/database/test-database.js';
import { ProductProcess } from '../product-process.js';
import { RedisServer } from '../redis-server.js';
import { until } from '../until.js';
import { Balancer } from './balancer.js';
import { Load } from './load.js';

const ACCOUNTS = 40;
const ANALYTICS_LIMIT = 6;
const PATIENCE_MS = 180_000;

/** Real processes on one database and one Redis: two that serve, two that work. */
describe('several processes', () => {
  let empty: Awaited<ReturnType<typeof createEmptyDatabase>>;
  let database: DataSource;
  let redis: RedisServer;
  let balancer: Balancer;
  let load: Load | undefined;
  const key = `fpk_${randomToken()}`;
  let servers: ProductProcess[] = [];
  let workers: ProductProcess[] = [];

  const start = (entry: 'main' | 'worker') =>
    ProductProcess.start(entry, {
      PORT: '0',
      DATABASE_URL: empty.url,
      REDIS_URL: redis.url,
      DB_POOL: '4',
      JOBS: 'off',
      JWT_SECRET: 'j'.repeat(32),
      ENCRYPTION_KEY: 'e'.repeat(32),
      SHUTDOWN_DRAIN_MS: '600',
      THROTTLE_ANALYTICS_PER_MINUTE: `${ANALYTICS_LIMIT}`,
      THROTTLE_WRITES_PER_MINUTE: '10000',
    });
  const urls = () => Promise.all(servers.map((server) => server.ready()));

  beforeAll(async () => {
    [empty, redis] = await Promise.all([createEmptyDatabase(), RedisServer.start()]);
    servers = [start('main'), start('main')];
    workers = [start('worker'), start('worker')];
    await Promise.all([...servers, ...workers].map((process) => process.ready()));
    database = await new DataSource({ type: 'postgres', url: empty.url, poolSize: 1 }).initialize();
    await makeAccounts();
    balancer = new Balancer(key);
    balancer.serve(await urls());
    await balancer.allReady();
  }, PATIENCE_MS);
  afterAll(async () => {
    await load?.end();
    await balancer.close();
    await Promise.all([...servers, ...workers].map((process) => process.kill()));
    await database.destroy();
    await Promise.all([empty.drop(), redis.kill()]);
  });

  /** One of them has the key. */
  async function makeAccounts(): Promise<void> {
    const ids = Array.from({ length: ACCOUNTS }, () => uuidv7());
    await database.query(`insert into accounts (id, name, time_zone) select id, 'Acme', 'UTC' from unnest($1::uuid[]) as id`, [ids]);
    await database.query(
      `insert into api_keys (id, account_id, name, scopes, key_hash, key_hint) values ($1, $2, 'Load', $3, $4, 'test')`,
      [uuidv7(), ids[0], ['sessions:write', 'sessions:read', 'analytics:read'], tokenHash(key)],
    );
  }

  /** A run for each account, each of which is noted when a worker takes it. */
  async function askForRuns(): Promise<void> {
    await database.query(`
      create table if not exists taken (job uuid not null);
      create or replace function note_taken() returns trigger language plpgsql as
        $$ begin insert into taken values (new.id); return new; end $$;
      create or replace trigger note_taken after update of state on pgboss.job
        for each row when (new.state = 'active' and old.state <> 'active') execute function note_taken()`);
    await database.query(`
      insert into pgboss.job (name, data, policy)
      values ('flow-stats.recalculate', '{"account_id": null, "trigger": "schedule"}', 'stately')`);
  }

  const runs = () =>
    database.query<{ state: string; runs: number; taken: number }[]>(`
      select job.state::text as state, count(*)::int as runs, sum(taken.times)::int as taken
      from pgboss.job as job
      left join (select job, count(*) as times from taken group by job) as taken on taken.job = job.id
      where job.name = 'flow-stats.recalculate' and job.singleton_key is not null
      group by job.state`);

  /** A body that takes some two seconds to send. */
  async function* slowLines(): AsyncGenerator<Uint8Array> {
    for (let n = 0; n < 20; n += 1) {
      yield Buffer.from(`{"external_ref":"${uuidv7()}"}\n`);
      await sleep(100);
    }
  }
  const upload = (url: string) =>
    fetch(`${url}/api/v1/sessions/bulk`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/x-ndjson' },
      body: ReadableStream.from(slowLines()),
      duplex: 'half',
    });

  /** Stops the one at that place and starts another in its stead. */
  async function replace(processes: ProductProcess[], place: number, entry: 'main' | 'worker'): Promise<number | null | undefined> {
    const code = await processes[place]?.stop();
    processes[place] = start(entry);
    await processes[place].ready();
    return code;
  }

  it('are replaced one after the other while people work, and no request fails', async () => {
    load = new Load(balancer);
    await sleep(500);
    for (const place of [0, 1]) {
      const uploading = upload((await servers[place]?.ready()) ?? '');
      await sleep(300);
      expect(await replace(servers, place, 'main')).toBe(0);
      expect(await (await uploading).json()).toMatchObject({ accepted: 20, rejected_count: 0 });
      balancer.serve(await urls());
      await balancer.allReady();
    }
    await load.end();
    expect(load.failures).toEqual([]);
    expect(load.answered).toBeGreaterThan(100);
    const [stored] = await database.query<{ count: number }[]>(
      `select count(*)::int as count from sessions where external_ref like 'load-%'`,
    );
    expect(stored?.count).toBe(load.recorded);
  }, PATIENCE_MS);

  it('share one limit', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 2 * ANALYTICS_LIMIT; n += 1) {
      const answer = await balancer.send('GET', '/analytics/flowpilot/coverage?period=7d');
      await answer.body?.cancel();
      statuses.push(answer.status);
    }
    expect(statuses).toEqual([...Array<number>(ANALYTICS_LIMIT).fill(200), ...Array<number>(ANALYTICS_LIMIT).fill(429)]);
  });

  it('run each job once, though workers are replaced meanwhile', async () => {
    await askForRuns();
    await until('the first runs', async () => (await runs()).length > 0);
    expect(await replace(workers, 0, 'worker')).toBe(0);
    expect(await replace(workers, 1, 'worker')).toBe(0);
    await until('the last runs', async () => (await runs()).every(({ state }) => state === 'completed' || state === 'failed'));
    expect(await runs()).toEqual([{ state: 'completed', runs: ACCOUNTS, taken: ACCOUNTS }]);
  }, PATIENCE_MS);
});
