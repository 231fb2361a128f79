import { Injectable } from '@nestjs/common';

import { Database } from '../database/database.js';
import type { IdRange } from '../http/id-page.js';

export interface AccountRow {
  id: string;
  name: string;
  time_zone: string;
  min_sample: number;
  unlogged_after_hours: number;
  created_at: Date;
}

export type AccountChange = Partial<Omit<AccountRow, 'id' | 'created_at'>>;

const COLUMNS = `accounts.id, accounts.name, accounts.time_zone, accounts.min_sample, accounts.unlogged_after_hours,
                 accounts.created_at`;

@Injectable()
export class AccountQuery {
  constructor(private readonly database: Database) {}

  async one(id: string): Promise<AccountRow | undefined> {
    const rows = await this.database.query<AccountRow>(`select ${COLUMNS} from accounts where accounts.id = $1`, [id]);
    return rows[0];
  }

  list({ after, limit }: IdRange): Promise<AccountRow[]> {
    return this.database.query<AccountRow>(
      `select ${COLUMNS}
       from accounts
       where $1::uuid is null or accounts.id > $1
       order by accounts.id
       limit $2`,
      [after, limit],
    );
  }

  async insert(id: string, name: string, timeZone: string, now: Date): Promise<AccountRow> {
    const [row] = await this.database.query<AccountRow>(
      `insert into accounts (id, name, time_zone, created_at, updated_at)
       values ($1, $2, $3, $4, $4)
       returning ${COLUMNS}`,
      [id, name, timeZone, now],
    );
    if (!row) throw new Error('an insert answered no row');
    return row;
  }

  /** Fields left out stay. */
  async update(id: string, change: AccountChange, now: Date): Promise<AccountRow | undefined> {
    const rows = await this.database.query<AccountRow>(
      `update accounts
       set name = coalesce($2, accounts.name),
           time_zone = coalesce($3, accounts.time_zone),
           min_sample = coalesce($4, accounts.min_sample),
           unlogged_after_hours = coalesce($5, accounts.unlogged_after_hours),
           updated_at = $6
       where accounts.id = $1
       returning ${COLUMNS}`,
      [id, change.name, change.time_zone, change.min_sample, change.unlogged_after_hours, now],
    );
    return rows[0];
  }

  /** Changes of an account's people that must not run beside each other queue here until the transaction ends. */
  async lock(id: string): Promise<void> {
    await this.database.query('select from accounts where accounts.id = $1 for no key update', [id]);
  }
}
