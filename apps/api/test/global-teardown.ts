import { rm } from 'node:fs/promises';

export default async function globalTeardown(): Promise<void> {
  const started = globalThis.flowpilotTestServer;
  if (!started) return;
  await started.server.stop();
  await rm(started.directory, { recursive: true, force: true });
}
