import type { PsaCapabilities } from '../provider/psa-provider.js';

export const WEBHOOK_CAPABILITIES: PsaCapabilities = {
  members: false,
  statuses: false,
  listsTimeEntries: false,
  exactlyOnceBy: 'receiver',
};

/** Where signed pushes go, for a PSA that the product does not speak itself. */
export interface WebhookConnection {
  baseUrl: string;
  signingSecret: string;
}
