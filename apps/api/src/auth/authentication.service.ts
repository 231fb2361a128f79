import { Injectable } from '@nestjs/common';

import { SharedReads } from '../database/shared-reads.js';
import { Problem } from '../http/problem.js';
import { Clock } from '../time/clock.js';
import { AccessTokens } from './access-tokens.js';
import type { ApiKeyPrincipal, Principal, UserPrincipal } from './principal.js';
import { PrincipalQuery } from './principal.query.js';
import { tokenHash } from './secret-token.js';

export const API_KEY_PREFIX = 'fpk_';

@Injectable()
export class AuthenticationService {
  /** Those who ask with the same token at the same time share one look at the database that has not begun. */
  private readonly looks = new SharedReads();

  constructor(
    private readonly tokens: AccessTokens,
    private readonly query: PrincipalQuery,
    private readonly clock: Clock,
  ) {}

  /**
   * Who sent this `Authorization` header. Asked of the database every time, so that a changed role, a
   * deactivation, a password change and a revoked key count from the next request on.
   *
   * @throws Problem `unauthenticated`
   */
  async principalOf(header: string | undefined): Promise<Principal> {
    const token = /^Bearer +(\S+)$/i.exec(header ?? '')?.[1];
    if (token === undefined) throw new Problem('unauthenticated', 'Send `Authorization: Bearer` and a token or key.');
    const principal = token.startsWith(API_KEY_PREFIX) ? await this.program(token) : await this.person(token);
    if (!principal) throw new Problem('unauthenticated', 'The token or key is unknown, expired or was ended.');
    return principal;
  }

  private async person(token: string): Promise<UserPrincipal | null> {
    const claims = await this.tokens.verify(token);
    if (!claims) return null;
    const { userId, logInId } = claims;
    const row = await this.looks.share(`${userId} ${logInId}`, () => this.query.loggedIn(userId, logInId, this.clock.now()));
    return row
      ? { kind: 'user', id: userId, accountId: row.account_id, role: row.role, logInId }
      : null;
  }

  private async program(key: string): Promise<ApiKeyPrincipal | null> {
    const keyHash = tokenHash(key);
    const row = await this.looks.share(keyHash.toString('base64'), () => this.query.apiKey(keyHash, this.clock.now()));
    if (!row) return null;
    if (row.stamp_due) await this.query.stampApiKey(row.id, this.clock.now());
    return { kind: 'api_key', id: row.id, accountId: row.account_id, scopes: row.scopes };
  }
}
