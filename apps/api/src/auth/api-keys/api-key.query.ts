import { Injectable } from '@nestjs/common';

import type { Scope } from '@flowpilot/metrics';

import { Database } from '../../database/database.js';
import type { IdRange } from '../../http/id-page.js';

export interface ApiKeyRow {
  id: string;
  name: string;
  scopes: Scope[];
  key_hint: string;
  created_at: Date;
  last_used_at: Date | null;
}

export interface NewApiKey extends Omit<ApiKeyRow, 'last_used_at'> {
  account_id: string;
  key_hash: Buffer;
  created_by: string | null;
}

/** Keys of an account that were not revoked. */
@Injectable()
export class ApiKeyQuery {
  constructor(private readonly database: Database) {}

  list(accountId: string, { after, limit }: IdRange): Promise<ApiKeyRow[]> {
    return this.database.query<ApiKeyRow>(
      `select api_keys.id, api_keys.name, api_keys.scopes, api_keys.key_hint, api_keys.created_at,
              api_keys.last_used_at
       from api_keys
       where api_keys.account_id = $1
         and api_keys.revoked_at is null
         and ($2::uuid is null or api_keys.id > $2)
       order by api_keys.id
       limit $3`,
      [accountId, after, limit],
    );
  }

  async insert(key: NewApiKey): Promise<void> {
    await this.database.query(
      `insert into api_keys (id, account_id, name, scopes, key_hash, key_hint, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [key.id, key.account_id, key.name, key.scopes, key.key_hash, key.key_hint, key.created_by, key.created_at],
    );
  }

  /** Whether there was such a key. */
  async revoke(accountId: string, id: string, now: Date): Promise<boolean> {
    const revoked = await this.database.query(
      `update api_keys
       set revoked_at = $3
       where api_keys.account_id = $1 and api_keys.id = $2 and api_keys.revoked_at is null
       returning api_keys.id`,
      [accountId, id, now],
    );
    return revoked.length > 0;
  }
}
