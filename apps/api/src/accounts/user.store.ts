import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';

import type { Role } from '@flowpilot/metrics';

import { isUniqueViolation } from '../database/constraint-violation.js';
import { Database } from '../database/database.js';
import type { IdRange } from '../http/id-page.js';
import { Problem } from '../http/problem.js';
import { Clock } from '../time/clock.js';

export interface UserRow {
  id: string;
  email: string;
  name: string;
  role: Role;
  is_active: boolean;
  has_password: boolean;
  invited_until: Date | null;
  psa_member_id: string | null;
  created_at: Date;
  last_login_at: Date | null;
}

export interface NewUser {
  email: string;
  name: string;
  role: Role;
  password_hash?: string;
  is_active?: boolean;
  psa_member_id?: string | null;
}

/** A field left out stays; `psa_member_id` null clears it. */
export type UserChange = Partial<NewUser>;

const COLUMNS = `users.id, users.email, users.name, users.role, users.is_active,
                 users.password_hash is not null as has_password,
                 (select invitations.expires_at from invitations where invitations.user_id = users.id) as invited_until,
                 users.psa_member_id, users.created_at,
                 users.last_login_at`;

/** The people of an account. */
@Injectable()
export class UserStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  list(accountId: string, { after, limit }: IdRange): Promise<UserRow[]> {
    return this.database.query<UserRow>(
      `select ${COLUMNS}
       from users
       where users.account_id = $1 and ($2::uuid is null or users.id > $2)
       order by users.id
       limit $3`,
      [accountId, after, limit],
    );
  }

  async one(accountId: string, id: string): Promise<UserRow | undefined> {
    const rows = await this.database.query<UserRow>(
      `select ${COLUMNS} from users where users.account_id = $1 and users.id = $2`,
      [accountId, id],
    );
    return rows[0];
  }

  /** @throws Problem `conflict` that points at the e-mail when it is taken, in whatever account */
  async insert(accountId: string, user: NewUser, emailPointer = '/email'): Promise<UserRow> {
    return this.uniquely(emailPointer, () =>
      this.database.query<UserRow>(
        `insert into users (id, account_id, email, name, role, password_hash, is_active, psa_member_id,
                            created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)
         returning ${COLUMNS}`,
        [
          uuidv7(),
          accountId,
          user.email,
          user.name,
          user.role,
          user.password_hash ?? null,
          user.is_active ?? true,
          user.psa_member_id ?? null,
          this.clock.now(),
        ],
      ),
    );
  }

  /** @throws Problem `conflict` when the e-mail is taken, in whatever account */
  async update(accountId: string, id: string, change: UserChange): Promise<UserRow> {
    return this.uniquely('/email', () =>
      this.database.query<UserRow>(
        `update users
         set email = coalesce($3, users.email),
             name = coalesce($4, users.name),
             role = coalesce($5, users.role),
             password_hash = coalesce($6, users.password_hash),
             is_active = coalesce($7, users.is_active),
             psa_member_id = case when $8 then $9 else users.psa_member_id end,
             updated_at = $10
         where users.account_id = $1 and users.id = $2
         returning ${COLUMNS}`,
        [
          accountId,
          id,
          change.email,
          change.name,
          change.role,
          change.password_hash,
          change.is_active,
          change.psa_member_id !== undefined,
          change.psa_member_id ?? null,
          this.clock.now(),
        ],
      ),
    );
  }

  /** Removes the person. What they recorded stays, under an id that no longer names anyone. */
  async remove(accountId: string, id: string): Promise<void> {
    await this.database.query('delete from refresh_tokens where refresh_tokens.user_id = $1', [id]);
    await this.database.query('delete from invitations where invitations.user_id = $1', [id]);
    await this.database.query(
      'update api_keys set created_by = null where api_keys.account_id = $1 and api_keys.created_by = $2',
      [accountId, id],
    );
    await this.database.query('delete from users where users.account_id = $1 and users.id = $2', [accountId, id]);
  }

  /** Whether someone other than this person can administer the account. */
  async hasOtherAdmin(accountId: string, id: string): Promise<boolean> {
    const rows = await this.database.query(
      `select
       from users
       where users.account_id = $1
         and users.id <> $2
         and users.role in ('team_admin', 'super_admin')
         and users.is_active
         and users.password_hash is not null
       limit 1`,
      [accountId, id],
    );
    return rows.length > 0;
  }

  private async uniquely(pointer: string, write: () => Promise<UserRow[]>): Promise<UserRow> {
    const [row] = await write().catch((error: unknown) => {
      if (isUniqueViolation(error, 'users_email_unique')) throw emailTaken(pointer);
      throw error;
    });
    if (!row) throw Problem.notFound('user');
    return row;
  }
}

function emailTaken(pointer: string): Problem {
  return new Problem('conflict', 'Another user has this e-mail.', [{ pointer, message: 'email is taken' }]);
}
