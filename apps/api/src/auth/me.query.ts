import { Injectable } from '@nestjs/common';

import type { MeAccountDto, MeApiKeyDto, MeDto } from '@flowpilot/contracts';
import type { Role, Scope } from '@flowpilot/metrics';

import { Database } from '../database/database.js';

interface AccountColumns {
  account_id: string | null;
  account_name: string;
  time_zone: string;
  min_sample: number;
}

interface PersonRow extends AccountColumns {
  id: string;
  email: string;
  name: string;
  role: Role;
}

interface ProgramRow extends AccountColumns {
  id: string;
  name: string;
  scopes: Scope[];
}

const ACCOUNT_COLUMNS = 'accounts.id as account_id, accounts.name as account_name, accounts.time_zone, accounts.min_sample';

/** Who asks, as they see themselves. */
@Injectable()
export class MeQuery {
  constructor(private readonly database: Database) {}

  async person(userId: string): Promise<MeDto> {
    const [row] = await this.database.query<PersonRow>(
      `select users.id, users.email, users.name, users.role, ${ACCOUNT_COLUMNS}
       from users
       left join accounts on accounts.id = users.account_id
       where users.id = $1`,
      [userId],
    );
    if (!row) throw new Error('a person who was just authenticated is gone');
    return { id: row.id, email: row.email, name: row.name, role: row.role, account: account(row) };
  }

  async program(keyId: string, accountId: string): Promise<MeApiKeyDto> {
    const [row] = await this.database.query<ProgramRow>(
      `select api_keys.id, api_keys.name, api_keys.scopes, ${ACCOUNT_COLUMNS}
       from api_keys
       join accounts on accounts.id = api_keys.account_id
       where api_keys.account_id = $1 and api_keys.id = $2`,
      [accountId, keyId],
    );
    const own = row && account(row);
    if (!own) throw new Error('a key that was just authenticated is gone');
    return { id: row.id, name: row.name, scopes: row.scopes, account: own };
  }
}

function account(row: AccountColumns): MeAccountDto | null {
  if (row.account_id === null) return null;
  return { id: row.account_id, name: row.account_name, time_zone: row.time_zone, min_sample: row.min_sample };
}
