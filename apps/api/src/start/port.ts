import { once } from 'node:events';
import { createServer } from 'node:net';

import { codeOf, messageOf } from '../config/failure.js';
import { StartFailure } from '../config/start-failure.js';

/**
 * Asked before anything is started, so that a second start does not touch what the first one uses.
 *
 * @throws StartFailure when nothing can listen there.
 */
export async function assertPortIsFree(port: number, host: string): Promise<void> {
  const probe = createServer();
  try {
    probe.listen(port, host);
    await once(probe, 'listening');
  } catch (error) {
    throw portFailure(error, port, host);
  } finally {
    if (probe.listening) {
      probe.close();
      await once(probe, 'close');
    }
  }
}

/** Why listening failed, in words. */
export function portFailure(error: unknown, port: number, host: string): StartFailure {
  return new StartFailure(
    codeOf(error) === 'EADDRINUSE'
      ? `Port ${port} on ${host} is in use: is FlowPilot running already? Set PORT to use another.`
      : `FlowPilot cannot listen on port ${port} of ${host}: ${messageOf(error)}`,
    { cause: error },
  );
}
