import type { AccessTokenDto, MeDto } from '@flowpilot/contracts';

import type { ApiClient } from './api-client.js';
import type { Credentials } from './arguments.js';
import { ImportFailure } from './import-failure.js';

export interface ImportAccount {
  id: string;
  name: string;
  /** IANA name: where times that name no zone were written down. */
  timeZone: string;
}

/** Opens the session with the server and learns into which account it imports. */
export async function signIn(client: ApiClient, credentials: Credentials): Promise<ImportAccount> {
  await client.authenticate(() => token(client, credentials));
  const { account } = await client.request<Pick<MeDto, 'account'>>({ path: '/me' });
  if (account === null) throw new ImportFailure('This log-in belongs to no account: an operator cannot import.');
  return { id: account.id, name: account.name, timeZone: account.time_zone };
}

async function token(client: ApiClient, credentials: Credentials): Promise<string> {
  if (credentials.kind === 'api_key') return credentials.key;
  const { email, password } = credentials;
  const answer = await client.request<AccessTokenDto>({ method: 'POST', path: '/auth/login', body: { email, password } });
  return answer.access_token;
}
