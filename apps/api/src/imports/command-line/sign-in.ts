import type { AccessTokenDto, MeApiKeyDto, MeDto } from '@flowpilot/contracts';
import type { Scope } from '@flowpilot/metrics';

import type { ApiClient } from './api-client.js';
import type { Credentials } from './arguments.js';
import { ImportFailure } from './import-failure.js';

export interface ImportAccount {
  id: string;
  name: string;
  /** IANA name: where times that name no zone were written down. */
  timeZone: string;
}

/** What the import does with the account. */
const NEEDED_SCOPES: readonly Scope[] = ['sessions:write', 'flows:read', 'flows:write'];

/**
 * Opens the session with the server and learns into which account it imports.
 *
 * @throws ImportFailure when it may not, before a long file is read for nothing
 */
export async function signIn(client: ApiClient, credentials: Credentials): Promise<ImportAccount> {
  await client.authenticate(() => token(client, credentials));
  const me = await client.request<MeDto | MeApiKeyDto>({ path: '/me' });
  if ('role' in me && me.role === 'engineer') throw new ImportFailure('An engineer may not import: it takes a team admin.');
  const missing = 'scopes' in me ? NEEDED_SCOPES.filter((scope) => !me.scopes.includes(scope)) : [];
  if (missing.length > 0) throw new ImportFailure(`This API key may not import: it lacks ${missing.join(', ')}.`);
  if (me.account === null) throw new ImportFailure('This log-in belongs to no account: an operator cannot import.');
  return { id: me.account.id, name: me.account.name, timeZone: me.account.time_zone };
}

async function token(client: ApiClient, credentials: Credentials): Promise<string> {
  if (credentials.kind === 'api_key') return credentials.key;
  const { email, password } = credentials;
  const answer = await client.request<AccessTokenDto>({ method: 'POST', path: '/auth/login', body: { email, password } });
  return answer.access_token;
}
