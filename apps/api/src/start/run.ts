import { join } from 'node:path';

import { readSettings } from '../config/environment.js';
import type { Settings } from '../config/settings.js';
import { StartFailure } from '../config/start-failure.js';
import { startEmbeddedProcess } from '../database/embedded-process.js';
import { Shutdown } from './shutdown.js';

/** Starts a program; if it cannot start, says why in words and leaves with code 1. */
export async function run(start: (settings: Settings, shutdown: Shutdown) => Promise<void>): Promise<void> {
  const shutdown = new Shutdown();
  shutdown.listen();
  try {
    await start(readSettings(process.env), shutdown);
  } catch (error) {
    if (shutdown.hasBegun) return; // What was told to stop half-way complains.
    const shown = error instanceof StartFailure ? error.message : error instanceof Error ? error.stack : String(error);
    process.stderr.write(`\n${shown ?? ''}\n\n`);
    await shutdown.exit(1);
  }
}

/** The address of the database: the one set, or that of the product's own server, which is started first. */
export async function databaseUrl(settings: Settings, shutdown: Shutdown): Promise<string> {
  if (settings.databaseUrl !== null) return settings.databaseUrl;
  const embedded = await startEmbeddedProcess(join(settings.dataDirectory, 'postgres'));
  shutdown.add(() => embedded.stop());
  embedded.onLoss(() => {
    process.stderr.write('\nThe embedded PostgreSQL ended unexpectedly.\n\n');
    void shutdown.exit(1);
  });
  return embedded.url;
}
