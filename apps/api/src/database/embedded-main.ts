// The process that holds the embedded PostgreSQL. It outlives the application by the moment that the server needs
// to stop, so that nothing is left running however the application ends, a SIGKILL included.
import { lockDirectory } from './embedded-lock.js';
import { type EmbeddedReport, STOP } from './embedded-messages.js';
import { type EmbeddedServer, startEmbeddedServer } from './embedded-server.js';

/** Only the application decides when the server stops: Ctrl-C reaches every process of the terminal. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

for (const signal of SIGNALS) {
  process.removeAllListeners(signal); // The package's own would stop the server at once.
  process.on(signal, () => undefined);
}

const [, , directory = ''] = process.argv;
const starting = start();
let stopping = false;

process.once('disconnect', () => void stop());
process.on('message', (message) => {
  if (message === STOP) void stop();
});

try {
  report({ kind: 'started', url: (await starting).url });
} catch (error) {
  report({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
}

async function start(): Promise<EmbeddedServer> {
  const release = await lockDirectory(directory);
  try {
    const server = await startEmbeddedServer({ directory });
    return { url: server.url, stop: () => server.stop().then(release) };
  } catch (error) {
    await release();
    throw error;
  }
}

function report(message: EmbeddedReport): void {
  if (process.connected) process.send?.(message);
}

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  const server = await starting.catch(() => undefined);
  await server?.stop();
  process.exit(0);
}
