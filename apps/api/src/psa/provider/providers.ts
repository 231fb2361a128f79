import type { PsaProviderName } from '@flowpilot/metrics';

import { connectWise } from '../connectwise/connectwise.provider.js';
import { webhook } from '../webhook/webhook.provider.js';
import type { PsaProvider } from './psa-connection.js';

/** Every PSA that the product speaks: a new one is a folder, its name in the vocabulary, and a line here. */
export const PROVIDERS: Readonly<Record<PsaProviderName, PsaProvider>> = { connectwise: connectWise, webhook };
