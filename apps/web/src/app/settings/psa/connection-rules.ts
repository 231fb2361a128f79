import { type FieldContext, max, maxLength, min, minLength, pattern, required, type SchemaFn } from '@angular/forms/signals';

import { LONGEST_NAME } from '../../ui/form/limits.js';
import type { ConnectionDraft } from './connection-draft.js';

const UUID = /^\s*[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\s*$/i;
const ADDRESS = /^\s*https?:\/\/\S+\s*$/i;
const LEAST_SECRET = 16;
const LONGEST_INCREMENT = 240;
const MOST_REQUESTS = 60_000;

type Asked = Pick<FieldContext<unknown>, 'valueOf'>;

/** What the form asks for before the server is asked; `kept` says whether stored secrets need not be typed. */
export function connectionRules(kept: () => boolean): SchemaFn<ConnectionDraft> {
  return (path) => {
    const isConnectWise = { when: (at: Asked) => at.valueOf(path.provider) === 'connectwise' };
    const isWebhook = { when: (at: Asked) => at.valueOf(path.provider) === 'webhook' };
    required(path.base_url, { message: 'Enter the address' });
    pattern(path.base_url, ADDRESS, { message: 'Enter an address that begins with https://' });
    required(path.company, { message: 'Enter the company id', ...isConnectWise });
    maxLength(path.company, LONGEST_NAME, { message: 'At most 200 characters' });
    required(path.client_id, { message: 'Enter the client id', ...isConnectWise });
    pattern(path.client_id, UUID, { message: 'The client id is a GUID: 8-4-4-4-12 digits' });
    required(path.public_key, { message: 'Enter the public key', when: (at) => isConnectWise.when(at) && !kept() });
    required(path.private_key, { message: 'Enter the private key', when: (at) => isConnectWise.when(at) && !kept() });
    required(path.signing_secret, { message: 'Enter the signing secret', when: (at) => isWebhook.when(at) && !kept() });
    minLength(path.signing_secret, LEAST_SECRET, { message: 'At least 16 characters' });
    required(path.time_increment_minutes, { message: 'Enter a number of minutes' });
    min(path.time_increment_minutes, 1, { message: 'At least 1 minute' });
    max(path.time_increment_minutes, LONGEST_INCREMENT, { message: 'At most 240 minutes' });
    min(path.requests_per_minute, 1, { message: 'At least 1, or nothing for no limit' });
    max(path.requests_per_minute, MOST_REQUESTS, { message: 'At most 60,000' });
  };
}
