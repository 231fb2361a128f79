import type { PsaProvider } from '../provider/psa-connection.js';
import { WebhookClient } from './webhook.client.js';

/** For a PSA that the product does not speak itself: another program takes the pushes and passes them on. */
export const webhook: PsaProvider = {
  capabilities: { members: false, statuses: false, listsTimeEntries: false, exactlyOnceBy: 'receiver' },
  ownFields: [],
  secretFields: ['signing_secret'],
  baseUrl: (address) => address.href,
  connect: ({ settings, secrets }, options) =>
    new WebhookClient({ baseUrl: settings.base_url, signingSecret: secrets.signing_secret ?? '' }, options),
};
