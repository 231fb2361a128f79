// The process that holds the embedded PostgreSQL. It outlives the application by the moment that the server needs
// to stop, so that nothing is left running however the application ends, a SIGKILL included.
import { messageOf } from '../config/failure.js';
import { lockDirectory } from './embedded-lock.js';
import { type EmbeddedReport, STOP } from './embedded-messages.js';
import { type EmbeddedServer, startEmbeddedServer, startFailure } from './embedded-server.js';

/** Only the application decides when the server stops: Ctrl-C reaches every process of the terminal. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

for (const signal of SIGNALS) {
  process.removeAllListeners(signal); // The package's own would stop the server at once.
  process.on(signal, () => undefined);
}

// The package does not listen to a program that cannot be run at all.
process.once('uncaughtException', (error) => {
  report({ kind: 'failed', message: startFailure(directory, error) }, () => process.exit(1));
});

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
  report({ kind: 'failed', message: messageOf(error) });
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

function report(message: EmbeddedReport, sent?: () => void): void {
  if (process.connected) process.send?.(message, undefined, undefined, sent);
  else sent?.();
}

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  const server = await starting.catch(() => undefined);
  await server?.stop();
  process.exit(0);
}
