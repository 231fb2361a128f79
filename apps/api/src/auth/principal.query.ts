import { Injectable } from '@nestjs/common';

import type { Role, Scope } from '@flowpilot/metrics';

import { Database } from '../database/database.js';

export interface LoggedInRow {
  account_id: string | null;
  role: Role;
}

export interface ApiKeyRow {
  id: string;
  account_id: string;
  scopes: Scope[];
  /** Whether the stamp of its last use is more than an hour old. */
  stamp_due: boolean;
}

/** Who a token or key stands for at this moment. */
@Injectable()
export class PrincipalQuery {
  constructor(private readonly database: Database) {}

  /** Nothing once the person was deactivated or the log-in was ended. */
  async loggedIn(userId: string, logInId: string, now: Date): Promise<LoggedInRow | undefined> {
    const rows = await this.database.prepared<LoggedInRow>(
      `select users.account_id, users.role
       from users
       where users.id = $1
         and users.is_active
         and exists (
           select from refresh_tokens
           where refresh_tokens.family_id = $2
             and refresh_tokens.user_id = users.id
             and refresh_tokens.revoked_at is null
             and refresh_tokens.expires_at > $3
         )`,
      [userId, logInId, now],
    );
    return rows[0];
  }

  async apiKey(keyHash: Buffer, now: Date): Promise<ApiKeyRow | undefined> {
    const rows = await this.database.prepared<ApiKeyRow>(
      `select api_keys.id, api_keys.account_id, api_keys.scopes,
              coalesce(api_keys.last_used_at < $2::timestamptz - interval '1 hour', true) as stamp_due
       from api_keys
       where api_keys.key_hash = $1 and api_keys.revoked_at is null`,
      [keyHash, now],
    );
    return rows[0];
  }

  /** Only one of the requests that find the stamp due writes it. */
  async stampApiKey(id: string, now: Date): Promise<void> {
    await this.database.query(
      `update api_keys
       set last_used_at = $2
       where api_keys.id = $1
         and (api_keys.last_used_at is null or api_keys.last_used_at < $2::timestamptz - interval '1 hour')`,
      [id, now],
    );
  }
}
