import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const MAIN = 'dist/apps/api/apps/api/src/main.js';
const READY_TIMEOUT_MS = 60_000;

export interface Product {
  url: string;
  stop(): Promise<void>;
}

/** Starts the built product on a database of its own, as `npm start` would, and waits until it is ready. */
export async function startProduct(settings: Record<string, string> = {}): Promise<Product> {
  const directory = await mkdtemp(join(tmpdir(), 'flowpilot-journeys-'));
  // Run as root, PostgreSQL is another user, who must pass through here.
  await chmod(directory, 0o755);
  const port = await freePort();
  const server = spawn(process.execPath, [MAIN], {
    env: { ...process.env, NODE_OPTIONS: '', PORT: String(port), DATA_DIR: directory, LOG_LEVEL: 'error', ...settings },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  await untilReady(url, server);
  return {
    url,
    stop: async () => {
      if (server.exitCode === null) {
        server.kill('SIGTERM');
        await once(server, 'exit');
      }
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function untilReady(url: string, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  while (Date.now() < deadline) {
    if (server.exitCode !== null) throw new Error(`the product ended with code ${server.exitCode}`);
    const ready = await fetch(`${url}/api/v1/health/ready`).catch(() => undefined);
    if (ready?.ok) return;
    await sleep(100);
  }
  throw new Error('the product was not ready in time');
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('no free port was found');
  return address.port;
}
