import type { ClientOptions, PsaProvider } from '../provider/psa-connection.js';
import type { ConnectWiseConnection } from './connectwise-connection.js';
import { ConnectWiseHttp } from './connectwise-http.js';
import { ConnectWiseClient } from './connectwise.client.js';

export const connectWise: PsaProvider = {
  capabilities: { members: true, statuses: true, listsTimeEntries: true, exactlyOnceBy: 'marker' },
  ownFields: ['company', 'client_id'],
  secretFields: ['public_key', 'private_key'],
  baseUrl: siteOf,
  connect: ({ settings, secrets }, options) =>
    connectWiseClient(
      {
        baseUrl: settings.base_url,
        company: settings.company ?? '',
        clientId: settings.client_id ?? '',
        publicKey: secrets.public_key ?? '',
        privateKey: secrets.private_key ?? '',
        defaultMemberId: settings.default_member_id,
        requestsPerMinute: settings.requests_per_minute,
      },
      options,
    ),
};

export function connectWiseClient(connection: ConnectWiseConnection, options: ClientOptions): ConnectWiseClient {
  const http = new ConnectWiseHttp(connection, options.transport, options.timeoutMs);
  return new ConnectWiseClient(http, connection, options.now);
}

/** The site alone: the paths below it are ours. */
function siteOf(address: URL): string | null {
  return address.pathname === '/' && address.search === '' && address.hash === '' ? address.origin : null;
}
