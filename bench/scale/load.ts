import { Pool } from 'undici';

export interface Asked {
  path: string;
  method?: 'GET' | 'POST';
  key?: string;
  body?: string;
  headers?: Readonly<Record<string, string>>;
}

export interface Load {
  /** Of one request, ms. */
  p50: number;
  p99: number;
  perSecond: number;
  requests: number;
}

export interface LoadOptions {
  clients: number;
  /** Ends after so many requests of each client, or so many seconds. */
  rounds?: number;
  seconds?: number;
  warmUp?: number;
}

/** Clients that each ask again when they are answered. An answer other than 2xx ends it. */
export async function load(base: string, asked: (n: number) => Asked, options: LoadOptions): Promise<Load> {
  const { clients, rounds = Infinity, seconds = Infinity, warmUp = 3 } = options;
  const pool = new Pool(base, { connections: clients, pipelining: 1 });
  try {
    for (let n = 0; n < warmUp; n += 1) await ask(pool, asked(n));
    const times: number[] = [];
    let next = warmUp;
    const began = performance.now();
    const client = async () => {
      for (let round = 0; round < rounds && performance.now() - began < seconds * 1000; round += 1) {
        const start = performance.now();
        await ask(pool, asked(next++));
        times.push(performance.now() - start);
      }
    };
    await Promise.all(Array.from({ length: clients }, client));
    const spent = (performance.now() - began) / 1000;
    times.sort((one, other) => one - other);
    const at = (share: number) => times[Math.max(0, Math.ceil(share * times.length) - 1)] ?? NaN;
    return { p50: at(0.5), p99: at(0.99), perSecond: times.length / spent, requests: times.length };
  } finally {
    await pool.close();
  }
}

async function ask(pool: Pool, { path, method = 'GET', key, body, headers }: Asked): Promise<void> {
  const answer = await pool.request({
    path,
    method,
    headers: { ...(key && { authorization: `Bearer ${key}` }), ...(body && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body }),
  });
  if (answer.statusCode < 300) await answer.body.dump({ limit: Infinity });
  else throw new Error(`${path}: ${answer.statusCode} ${await answer.body.text()}`);
}
