import type { PsaConnectionInputDto } from '@flowpilot/contracts';
import type { PsaProviderName } from '@flowpilot/metrics';

import type { Transport } from '../transport/transport.js';
import type { PsaCapabilities, PsaClient } from './psa-provider.js';

/** What is stored of a connection in the open. */
export interface ConnectionSettings {
  base_url: string;
  company: string | null;
  client_id: string | null;
  default_member_id: string | null;
  use_default_member: boolean;
  time_increment_minutes: number;
  requests_per_minute: number | null;
}

export type SecretField = 'public_key' | 'private_key' | 'signing_secret';
export type ConnectionSecrets = Partial<Record<SecretField, string>>;

export interface Connection {
  provider: PsaProviderName;
  settings: ConnectionSettings;
  secrets: ConnectionSecrets;
}

export interface ClientOptions {
  transport: Transport;
  /** How long one request may take. */
  timeoutMs: number;
  now: () => Date;
}

/** What a folder beside this one says of its PSA: all that the rest of the product needs to use it. */
export interface PsaProvider {
  readonly capabilities: PsaCapabilities;
  /** Settings that are its own; they are required. */
  readonly ownFields: readonly (keyof PsaConnectionInputDto)[];
  /** Secrets that it needs; they are required, and stored sealed. */
  readonly secretFields: readonly SecretField[];
  /** The address as it is stored, or null when it cannot be one of this PSA. */
  baseUrl(address: URL): string | null;
  connect(connection: Connection, options: ClientOptions): PsaClient;
}
