import { setTimeout as sleep } from 'node:timers/promises';

import { Logger } from '@nestjs/common';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';

import { startTestApplication, type TestApplication } from '../../../test/application.js';
import { RedisServer } from '../../../test/redis-server.js';
import { Settings } from '../../config/settings.js';

const SECRETS = { jwtSecret: 'j'.repeat(32), encryptionKey: 'e'.repeat(32) };
const throttle = { ...new Settings(SECRETS).throttle, loginPerMinute: 2 };
const WELL_BELOW_MS = 5_000;

describe('limits over several processes', () => {
  let redis: RedisServer;
  let applications: TestApplication[];
  let tries = 0;
  const said: string[] = [];

  beforeAll(async () => {
    redis = await RedisServer.start();
    applications = await Promise.all([1, 2].map(() => startTestApplication({ throttle, redisUrl: redis.url })));
  });
  beforeEach(() => {
    for (const level of ['error', 'log'] as const) {
      jest.spyOn(Logger.prototype, level).mockImplementation((message: unknown) => void said.push(JSON.stringify(message)));
    }
  });
  afterEach(() => {
    jest.restoreAllMocks();
    said.length = 0;
  });
  afterAll(async () => {
    await Promise.all(applications.map((application) => application.stop()));
    await redis.kill();
  });

  /** Somebody tries to log in, at one application after the other. */
  async function logIns(n: number, email: string): Promise<number[]> {
    const statuses: number[] = [];
    for (let i = 0; i < n; i += 1) {
      const payload = { email, password: 'wrong password' };
      const answer = await applications[i % 2]?.inject({ method: 'POST', url: '/auth/login', payload });
      statuses.push(answer?.status ?? 0);
    }
    return statuses;
  }
  const nextEmail = () => `person${(tries += 1)}@x.test`;

  async function limitsHoldAgain(): Promise<void> {
    const deadline = Date.now() + WELL_BELOW_MS;
    while ((await logIns(4, nextEmail())).filter((status) => status === 429).length < 2) {
      expect(Date.now()).toBeLessThan(deadline);
      await sleep(100);
    }
  }

  it('are shared', async () => {
    expect(await logIns(4, nextEmail())).toEqual([401, 401, 429, 429]);
  });

  it('do not refuse while Redis is gone, say so once, and come back with it', async () => {
    const email = nextEmail();
    await logIns(2, email);
    await redis.kill();
    expect(await logIns(6, email)).toEqual(Array<number>(6).fill(401));
    expect(said.filter((line) => line.includes('Redis does not count'))).toHaveLength(2);
    await redis.restart();
    await limitsHoldAgain();
    const ends = said.filter((line) => line.includes('Redis counts again'));
    expect(ends).toHaveLength(2);
    // Each attempt is counted twice: by address, and by address and e-mail.
    for (const end of ends) expect(end).toMatch(/"passed":\d{1,2}/);
  });

  it('do not let a Redis that hangs delay the requests', async () => {
    redis.freeze();
    const began = performance.now();
    expect(await logIns(10, nextEmail())).toEqual(Array<number>(10).fill(401));
    expect(performance.now() - began).toBeLessThan(WELL_BELOW_MS);
    redis.thaw();
    await limitsHoldAgain();
  });

  it('let the product start without Redis', async () => {
    await redis.kill();
    const third = await startTestApplication({ throttle, redisUrl: redis.url });
    const payload = { email: nextEmail(), password: 'wrong password' };
    expect((await third.inject({ method: 'POST', url: '/auth/login', payload })).status).toBe(401);
    await third.stop();
    expect(said.filter((line) => line.includes('Redis did not count for the last'))).toHaveLength(1);
    await redis.restart();
  });
});
