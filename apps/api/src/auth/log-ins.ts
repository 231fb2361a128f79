import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';

import { Database } from '../database/database.js';
import { Clock } from '../time/clock.js';
import { randomToken, tokenHash } from './secret-token.js';

const DAY_MS = 86_400_000;
/** A log-in that is not used for so long ends. */
export const LOG_IN_LIFETIME_MS = 30 * DAY_MS;
/**
 * Two tabs that refresh at the same moment send the same token; the second is not taken for a thief. Longer after,
 * a used token means that somebody has a copy, and the log-in ends for both.
 */
const REUSE_GRACE_MS = 10_000;

export interface LogIn {
  userId: string;
  logInId: string;
  refreshToken: string;
}

interface RefreshTokenRow {
  user_id: string;
  family_id: string;
  used_at: Date | null;
  is_active: boolean;
}

/**
 * Log-ins: families of refresh tokens, each token good for one use. Whatever changes the log-ins of a person first
 * locks the person's row, so that none is opened or renewed beside a change that ends them all.
 */
@Injectable()
export class LogIns {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Null if the person was deactivated or got another password since `passwordHash` was read. */
  open(userId: string, passwordHash: string): Promise<LogIn | null> {
    return this.database.transaction(async () => {
      const users = await this.database.query<{ is_active: boolean; password_hash: string | null }>(
        'select users.is_active, users.password_hash from users where users.id = $1 for no key update',
        [userId],
      );
      if (!users[0]?.is_active || users[0].password_hash !== passwordHash) return null;
      await this.database.query('update users set last_login_at = $2 where users.id = $1', [userId, this.clock.now()]);
      return this.insertToken(userId, uuidv7());
    });
  }

  /** The next token of the log-in, or null when this one is worth nothing. A token used twice ends its log-in. */
  renew(refreshToken: string): Promise<LogIn | null> {
    return this.database.transaction(async () => {
      const row = await this.lockToken(tokenHash(refreshToken));
      if (!row?.is_active) return null;
      const now = this.clock.now();
      if (row.used_at && now.getTime() - row.used_at.getTime() > REUSE_GRACE_MS) {
        await this.endFamily(row.family_id);
        return null;
      }
      await this.database.query(
        'update refresh_tokens set used_at = coalesce(used_at, $2) where refresh_tokens.token_hash = $1',
        [tokenHash(refreshToken), now],
      );
      return this.insertToken(row.user_id, row.family_id);
    });
  }

  /** Ends the log-in that the token belongs to, if any. */
  async end(refreshToken: string): Promise<void> {
    await this.database.transaction(async () => {
      const row = await this.lockToken(tokenHash(refreshToken));
      if (row) await this.endFamily(row.family_id);
    });
  }

  /** Ends all log-ins of a person but one. Must run in the transaction that changes the person. */
  async endAll(userId: string, exceptLogInId: string | null = null): Promise<void> {
    await this.lockUser(userId);
    await this.database.query(
      `update refresh_tokens
       set revoked_at = $3
       where refresh_tokens.user_id = $1
         and refresh_tokens.revoked_at is null
         and refresh_tokens.family_id is distinct from $2::uuid`,
      [userId, exceptLogInId, this.clock.now()],
    );
  }

  private async lockToken(hash: Buffer): Promise<RefreshTokenRow | undefined> {
    const [owner] = await this.database.query<{ user_id: string }>(
      'select refresh_tokens.user_id from refresh_tokens where refresh_tokens.token_hash = $1',
      [hash],
    );
    if (!owner) return undefined;
    await this.lockUser(owner.user_id);
    const rows = await this.database.query<RefreshTokenRow>(
      `select refresh_tokens.user_id, refresh_tokens.family_id, refresh_tokens.used_at, users.is_active
       from refresh_tokens
       join users on users.id = refresh_tokens.user_id
       where refresh_tokens.token_hash = $1
         and refresh_tokens.revoked_at is null
         and refresh_tokens.expires_at > $2`,
      [hash, this.clock.now()],
    );
    return rows[0];
  }

  private async lockUser(userId: string): Promise<void> {
    await this.database.query('select from users where users.id = $1 for no key update', [userId]);
  }

  private async endFamily(logInId: string): Promise<void> {
    await this.database.query(
      'update refresh_tokens set revoked_at = $2 where refresh_tokens.family_id = $1 and revoked_at is null',
      [logInId, this.clock.now()],
    );
  }

  private async insertToken(userId: string, logInId: string): Promise<LogIn> {
    const refreshToken = randomToken();
    const now = this.clock.now();
    await this.database.query(
      `insert into refresh_tokens (id, user_id, family_id, token_hash, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [uuidv7(), userId, logInId, tokenHash(refreshToken), now, new Date(now.getTime() + LOG_IN_LIFETIME_MS)],
    );
    return { userId, logInId, refreshToken };
  }
}
