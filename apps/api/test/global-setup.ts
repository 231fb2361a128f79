import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// With its real extension: jest maps `.js` to `.ts` inside specs, not in this file.
import { type EmbeddedServer, startEmbeddedServer } from '../src/database/embedded-server.ts';

declare global {
  var flowpilotTestServer: { server: EmbeddedServer; directory: string } | undefined;
}

/** Starts one disposable PostgreSQL for the whole run; `createTestDatabase` migrates the template it clones. */
export default async function globalSetup(): Promise<void> {
  // Outside the checkout: PostgreSQL does not run as root, and a checkout may be readable by root alone.
  const directory = await mkdtemp(join(tmpdir(), 'flowpilot-test-'));
  const server = await startEmbeddedServer({ directory, disposable: true });
  globalThis.flowpilotTestServer = { server, directory };
  process.env.FLOWPILOT_TEST_SERVER_URL = server.url;
}
