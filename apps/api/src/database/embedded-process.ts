import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { StartFailure } from '../config/start-failure.js';
import { type EmbeddedReport, isReport, STOP } from './embedded-messages.js';

const MAIN = fileURLToPath(new URL('./embedded-main.js', import.meta.url));

export interface EmbeddedProcess {
  /** Connection string of the product's database. */
  url: string;
  /** Resolves when the server has stopped. */
  stop(): Promise<void>;
  /** Calls back if the process ends without having been told to. */
  onLoss(callback: () => void): void;
}

/**
 * Starts the embedded PostgreSQL in a process and session of its own, which stops it when this process ends.
 *
 * @throws StartFailure when the server cannot start.
 */
export async function startEmbeddedProcess(directory: string): Promise<EmbeddedProcess> {
  const child = fork(MAIN, [directory], { detached: true, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const report = await firstReport(child);
  if (report.kind === 'failed') {
    child.disconnect();
    throw new StartFailure(report.message);
  }
  let stopping = false;
  return {
    url: report.url,
    stop: async () => {
      stopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      if (child.connected) child.send(STOP);
      await ended;
    },
    onLoss: (callback) => {
      child.once('exit', () => {
        if (!stopping) callback();
      });
    },
  };
}

function firstReport(child: ChildProcess): Promise<EmbeddedReport> {
  return new Promise((resolve) => {
    child.once('message', (message: unknown) => {
      resolve(isReport(message) ? message : { kind: 'failed', message: 'The embedded PostgreSQL gave no address.' });
    });
    child.once('error', (error) => resolve({ kind: 'failed', message: error.message }));
    child.once('exit', () => resolve({ kind: 'failed', message: 'The process of the embedded PostgreSQL ended.' }));
  });
}
