import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startEmbeddedServer } from '../apps/api/src/database/embedded-server.js';

/** Runs `work` beside a PostgreSQL of its own, on which test databases are made. Without durability it is faster. */
export async function withTestServer<T>(work: () => Promise<T>, durable = false): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), 'flowpilot-bench-'));
  const server = await startEmbeddedServer({ directory, disposable: !durable });
  process.env.FLOWPILOT_TEST_SERVER_URL = server.url;
  try {
    return await work();
  } finally {
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  }
}
