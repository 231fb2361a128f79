import { Injectable } from '@nestjs/common';

import { Database } from '../../database/database.js';
import { Clock } from '../../time/clock.js';
import { randomToken, tokenHash } from '../secret-token.js';

const DAY_MS = 86_400_000;
export const INVITATION_LIFETIME_MS = 7 * DAY_MS;

export interface Invitation {
  token: string;
  expiresAt: Date;
}

export interface InvitedRow {
  user_id: string;
  email: string;
  name: string;
  account_name: string;
  expires_at: Date;
}

/**
 * One-time links with which people set their password. A person has one at most; only its hash is stored. Whatever
 * changes one first locks the person's row, or the account's.
 */
@Injectable()
export class Invitations {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** A new link, in place of the one that the person has. The token is seen here only. */
  async renew(userId: string): Promise<Invitation> {
    const token = randomToken();
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + INVITATION_LIFETIME_MS);
    await this.database.query(
      `insert into invitations (user_id, token_hash, created_at, expires_at)
       values ($1, $2, $3, $4)
       on conflict (user_id) do update
       set token_hash = excluded.token_hash, created_at = excluded.created_at, expires_at = excluded.expires_at`,
      [userId, tokenHash(token), now, expiresAt],
    );
    return { token, expiresAt };
  }

  /** Whom the token was made for, while they are active; also when it has expired. */
  async find(token: string): Promise<InvitedRow | undefined> {
    const rows = await this.database.query<InvitedRow>(
      `select invitations.user_id, users.email, users.name, accounts.name as account_name, invitations.expires_at
       from invitations
       join users on users.id = invitations.user_id
       join accounts on accounts.id = users.account_id
       where invitations.token_hash = $1 and users.is_active`,
      [tokenHash(token)],
    );
    return rows[0];
  }

  /** Uses the token up; false when another has done so meanwhile. */
  async take(token: string): Promise<boolean> {
    const taken = await this.database.query(
      'delete from invitations where invitations.token_hash = $1 returning invitations.user_id',
      [tokenHash(token)],
    );
    return taken.length > 0;
  }

  /** The link that the person has, if any, is worth nothing from now on. */
  async revoke(userId: string): Promise<void> {
    await this.database.query('delete from invitations where invitations.user_id = $1', [userId]);
  }
}
