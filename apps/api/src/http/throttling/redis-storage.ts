import type { OnApplicationShutdown } from '@nestjs/common';
import type { ThrottlerStorage } from '@nestjs/throttler';
import { Redis, type RedisOptions, ReplyError } from 'ioredis';

import { RedisOutage } from './redis-outage.js';
import { COUNT_REQUEST, SERVER_CLOCK } from './sliding-minute.js';

type Counted = Awaited<ReturnType<ThrottlerStorage['increment']>>;

const SCRIPT = SERVER_CLOCK + COUNT_REQUEST;
/** No request waits longer for its count. */
const TIME_LIMIT_MS = 250;

const CONNECTION = {
  keyPrefix: 'flowpilot:throttle:',
  connectionName: 'flowpilot',
  lazyConnect: true,
  connectTimeout: 2_000,
  commandTimeout: TIME_LIMIT_MS,
  retryStrategy: (attempt) => Math.min(attempt * 100, 1_000),
  // What could not be counted when it came is not counted later.
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
  maxRetriesPerRequest: 0,
} as const satisfies RedisOptions;

/** The throttler's counts in Redis, where all processes see them. Without Redis, requests pass. */
export class RedisStorage implements ThrottlerStorage, OnApplicationShutdown {
  private readonly redis: Redis;
  private readonly outage = new RedisOutage();
  private connecting: Promise<unknown> | undefined;
  /** Whether the last count did not come back in time. */
  private isDoubtful = false;
  /** Why there is no connection. */
  private lostBy: Error | undefined;

  constructor(url: string) {
    this.redis = new Redis(url, CONNECTION);
    this.redis.on('error', (error: Error) => (this.lostBy = error));
    this.redis.on('ready', () => (this.lostBy = undefined));
  }

  /** @param blockDurationMs must be 0, as the limits have it: only then refused requests do not count. */
  async increment(key: string, ttlMs: number, limit: number, blockDurationMs: number, name: string): Promise<Counted> {
    if (blockDurationMs > 0) throw new Error('limits that block for longer than their window are not counted in Redis');
    if (!this.outage.mayAsk()) return this.pass(ttlMs);
    try {
      await this.connected();
      const counted = await this.redis.eval(SCRIPT, 1, `${name}:${key}`, ttlMs, limit);
      this.outage.answered();
      this.isDoubtful = false;
      return toRecord(counted);
    } catch (error) {
      // One late answer may be this process's own stall: to stop counting for it would let whoever can stall it try passwords.
      if (this.redis.status === 'ready' && !this.isDoubtful) {
        this.isDoubtful = true;
        return this.pass(ttlMs);
      }
      this.outage.failed(this.lostBy ?? error);
      // A connection on which nothing comes back may never break by itself.
      if (this.redis.status === 'ready' && !(error instanceof ReplyError)) this.redis.disconnect(true);
      return this.pass(ttlMs);
    }
  }

  onApplicationShutdown(): void {
    this.outage.close();
    this.redis.disconnect();
  }

  /** The first request makes the connection, so that no start waits for Redis; later ones find it, or that it is away. */
  private connected(): Promise<unknown> {
    this.connecting ??= withinLimit(this.redis.connect());
    return this.connecting;
  }

  private pass(ttlMs: number): Counted {
    this.outage.pass();
    return { totalHits: 0, timeToExpire: Math.ceil(ttlMs / 1000), isBlocked: false, timeToBlockExpire: 0 };
  }
}

/** Its failure shows where something is asked of it. */
async function withinLimit(connecting: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => (timer = setTimeout(resolve, TIME_LIMIT_MS)));
  await Promise.race([connecting.catch(() => undefined), limit]);
  clearTimeout(timer);
}

function toRecord(counted: unknown): Counted {
  const [totalHits = 0, timeToExpire = 0, refused = 0, timeToBlockExpire = 0] = counted as number[];
  return { totalHits, timeToExpire, isBlocked: refused === 1, timeToBlockExpire };
}
