import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { Draining } from '../health/index.js';

/** Requests that take longer are cut off. */
export const REQUESTS_END_WITHIN_MS = 10_000;
const SWEEP_MS = 50;

/**
 * Ends the serving of requests without failing one: says that it is not ready, goes on for as long as those who send
 * requests may need to see it, then takes no more and lets the running ones end.
 */
export async function drain(app: NestFastifyApplication, waitMs: number, withinMs = REQUESTS_END_WITHIN_MS): Promise<void> {
  const server = app.getHttpServer();
  app.get(Draining).begin();
  if (!server.listening) return;
  // Whoever keeps a connection is to open the next one elsewhere.
  server.prependListener('request', (_: IncomingMessage, response: ServerResponse) => {
    response.setHeader('connection', 'close');
  });
  await sleep(waitMs);
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A connection whose answer began before the drain stays open after it.
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
  await Promise.race([closed, sleep(withinMs, undefined, { ref: false })]);
  clearInterval(sweep);
  server.closeAllConnections();
}
