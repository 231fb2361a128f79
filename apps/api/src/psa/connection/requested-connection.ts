import type { PsaConnectionInputDto } from '@flowpilot/contracts';

import { Problem } from '../../http/problem.js';
import type { Connection, ConnectionSecrets, ConnectionSettings, PsaProvider } from '../provider/psa-connection.js';
import { PROVIDERS } from '../provider/providers.js';

const DEFAULT_TIME_INCREMENT_MINUTES = 15;

/** The minutes that suggested time is rounded to; the default one while nothing is connected. */
export function timeIncrementOf(connection: Pick<Connection, 'settings'> | undefined): number {
  return connection?.settings.time_increment_minutes ?? DEFAULT_TIME_INCREMENT_MINUTES;
}

/**
 * The connection that the input asks for. Secrets left out are those stored, unless the input sends them elsewhere.
 *
 * @throws Problem `validation_failed` for a field that is missing, or that the provider does not have.
 */
export function requestedConnection(input: PsaConnectionInputDto, stored: Connection | null): Connection {
  const provider = PROVIDERS[input.provider];
  refuseForeignFields(input);
  const settings = requestedSettings(input, provider);
  const kept = stored !== null && goesToSamePlace(input, settings, stored) ? stored.secrets : {};
  const secrets: ConnectionSecrets = {};
  for (const field of provider.secretFields) {
    const secret = input[field] ?? kept[field];
    if (secret === undefined) throw Problem.invalid(`/${field}`, `${field} is required`);
    secrets[field] = secret;
  }
  return { provider: input.provider, settings, secrets };
}

function requestedSettings(input: PsaConnectionInputDto, provider: PsaProvider): ConnectionSettings {
  const missing = provider.ownFields.find((field) => (input[field] ?? null) === null);
  if (missing !== undefined) throw Problem.invalid(`/${missing}`, `${missing} is required`);
  const address = provider.baseUrl(new URL(input.base_url));
  if (address === null) throw Problem.invalid('/base_url', 'base_url must be the site alone, without a path');
  return {
    base_url: address,
    company: input.company ?? null,
    client_id: input.client_id ?? null,
    default_member_id: input.default_member_id ?? null,
    use_default_member: input.use_default_member ?? false,
    time_increment_minutes: input.time_increment_minutes ?? DEFAULT_TIME_INCREMENT_MINUTES,
    requests_per_minute: input.requests_per_minute ?? null,
  };
}

function refuseForeignFields(input: PsaConnectionInputDto): void {
  const own = fieldsOf(PROVIDERS[input.provider]);
  const foreign = Object.values(PROVIDERS)
    .flatMap(fieldsOf)
    .find((field) => !own.includes(field) && (input[field] ?? null) !== null);
  if (foreign !== undefined) throw Problem.invalid(`/${foreign}`, `${foreign} does not belong to ${input.provider}`);
}

function fieldsOf({ ownFields, secretFields }: PsaProvider): readonly (keyof PsaConnectionInputDto)[] {
  return [...ownFields, ...secretFields];
}

/** Otherwise whoever may edit the connection could have the stored secrets sent to a place of their own. */
function goesToSamePlace(input: PsaConnectionInputDto, settings: ConnectionSettings, stored: Connection): boolean {
  return (
    input.provider === stored.provider &&
    settings.base_url === stored.settings.base_url &&
    settings.company === stored.settings.company
  );
}
