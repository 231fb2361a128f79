import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ThrottlerStorageService } from '@nestjs/throttler';
import fc from 'fast-check';
import { Redis } from 'ioredis';

import { RedisServer } from '../../../test/redis-server.js';
import { RedisStorage } from './redis-storage.js';
import { COUNT_REQUEST } from './sliding-minute.js';

const MINUTE = 60_000;
/** The statement under test, at a moment that the spec chooses. */
const AT_A_MOMENT = `local now = tonumber(ARGV[3]) ${COUNT_REQUEST}`;

describe('RedisStorage', () => {
  let server: RedisServer;
  let redis: Redis;
  let key: string;
  let keys = 0;

  beforeAll(async () => {
    server = await RedisServer.start();
    redis = new Redis(server.url);
  });
  beforeEach(() => {
    key = `key ${(keys += 1)}`;
  });
  afterAll(async () => {
    redis.disconnect();
    await server.kill();
  });

  /** What each storage judges of requests that come so many milliseconds apart. */
  async function judgeAll(limit: number, pauses: readonly number[]) {
    const memory = new ThrottlerStorageService();
    const name = `${key} ${(keys += 1)}`;
    // Ahead of the server's clock, or it would drop the key as expired.
    let now = Date.now() + MINUTE;
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => now);
    try {
      const inMemory: number[][] = [];
      const inRedis: unknown[] = [];
      for (const pause of pauses) {
        now += pause;
        const { totalHits, timeToExpire, isBlocked, timeToBlockExpire } = await memory.increment(name, MINUTE, limit, 0, 'default');
        inMemory.push([totalHits, timeToExpire, isBlocked ? 1 : 0, timeToBlockExpire]);
        inRedis.push(await redis.eval(AT_A_MOMENT, 1, name, MINUTE, limit, now));
      }
      return { inMemory, inRedis };
    } finally {
      clock.mockRestore();
      memory.onApplicationShutdown();
    }
  }

  it.each<[string, number, number[]]>([
    ['one request', 2, [0]],
    ['as many as allowed, and more', 2, [0, 0, 0, 0]],
    ['refused ones, which do not count', 2, [0, 10, 59_980, 9, 1, 0]],
    ['the very end of the minute', 1, [0, 59_999, 1]],
    ['a pause longer than the minute', 2, [0, 0, 0, 60_001, 0, 0]],
    ['an announced window that ends while requests count', 3, [0, 30_000, 30_001, 1, 29_999]],
    ['nothing allowed', 0, [0, 59_999, 1]],
  ])('judges %s as the memory of one process does', async (_, limit, pauses) => {
    const { inMemory, inRedis } = await judgeAll(limit, pauses);
    expect(inRedis).toEqual(inMemory);
  });

  it('judges any sequence as the memory of one process does', async () => {
    const pause = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 0, max: 70_000 }), fc.constant(MINUTE));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 6 }), fc.array(pause, { maxLength: 40 }), async (limit, pauses) => {
        const { inMemory, inRedis } = await judgeAll(limit, pauses);
        expect(inRedis).toEqual(inMemory);
      }),
      { numRuns: 60 },
    );
  });

  it('goes by the clock of the server, and leaves nothing behind', async () => {
    const storage = new RedisStorage(server.url);
    const count = () => storage.increment(key, 400, 2, 0, 'default');
    expect(await count()).toEqual({ totalHits: 1, timeToExpire: 1, isBlocked: false, timeToBlockExpire: 0 });
    expect(await count()).toMatchObject({ totalHits: 2, isBlocked: false });
    expect(await count()).toEqual({ totalHits: 3, timeToExpire: 1, isBlocked: true, timeToBlockExpire: 1 });
    const stored = () => redis.keys(`*default:${key}`);
    expect(await stored()).toHaveLength(1);
    await sleep(450);
    expect(await stored()).toEqual([]);
    expect(await count()).toMatchObject({ totalHits: 1, isBlocked: false });
    storage.onApplicationShutdown();
  });

  it('counts those who come at once one by one', async () => {
    const storages = [new RedisStorage(server.url), new RedisStorage(server.url)];
    const ten = Array.from({ length: 10 });
    const counted = await Promise.all(
      storages.flatMap((storage) => ten.map(() => storage.increment(key, MINUTE, 7, 0, 'default'))),
    );
    expect(counted.filter((one) => !one.isBlocked)).toHaveLength(7);
    storages.forEach((storage) => storage.onApplicationShutdown());
  });
});
