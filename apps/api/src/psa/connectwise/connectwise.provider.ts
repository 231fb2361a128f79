import type { PsaCapabilities } from '../provider/psa-provider.js';
import type { Transport } from '../transport/transport.js';
import type { ConnectWiseConnection } from './connectwise-connection.js';
import { ConnectWiseHttp } from './connectwise-http.js';
import { ConnectWiseClient } from './connectwise.client.js';

export const CONNECTWISE_CAPABILITIES: PsaCapabilities = {
  members: true,
  statuses: true,
  listsTimeEntries: true,
  exactlyOnceBy: 'marker',
};

export function connectWiseClient(
  connection: ConnectWiseConnection,
  transport: Transport,
  options: { timeoutMs: number; now: () => Date },
): ConnectWiseClient {
  return new ConnectWiseClient(new ConnectWiseHttp(connection, transport, options.timeoutMs), connection, options.now);
}
