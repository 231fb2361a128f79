import { Injectable, type StreamableFile } from '@nestjs/common';

import type { CreateUserDto, InvitationDto, PageQueryDto, UpdateUserDto, UserDto, UserPageDto } from '@flowpilot/contracts';

import { Invitations, LogIns, Passwords, type UserPrincipal } from '../auth/index.js';
import { Database } from '../database/database.js';
import { type CsvColumn, csvFile } from '../http/csv.js';
import { everyRowById, idRange } from '../http/id-page.js';
import { toPage } from '../http/page.js';
import { Problem } from '../http/problem.js';
import { AccountQuery } from './account.query.js';
import { assertMayGrant, assertMayManage, isActiveAdmin } from './user-rules.js';
import { type UserChange, type UserRow, UserStore } from './user.store.js';

@Injectable()
export class UserService {
  constructor(
    private readonly database: Database,
    private readonly store: UserStore,
    private readonly accounts: AccountQuery,
    private readonly passwords: Passwords,
    private readonly logIns: LogIns,
    private readonly invitations: Invitations,
  ) {}

  async list(accountId: string, page: PageQueryDto): Promise<UserPageDto> {
    return toPage(await this.store.list(accountId, idRange(page)), page, (row) => [row.id], toDto);
  }

  csv(accountId: string): StreamableFile {
    return csvFile('users', COLUMNS, everyRowById((range) => this.store.list(accountId, range)));
  }

  async create(
    admin: Pick<UserPrincipal, 'role'>,
    accountId: string,
    { password, ...user }: CreateUserDto,
  ): Promise<UserDto> {
    assertMayGrant(admin, user.role);
    const row = await this.store.insert(accountId, { ...user, password_hash: await this.hashed(password) });
    return toDto(row);
  }

  /** A new password and a deactivation end the user's log-ins. */
  async update(admin: UserPrincipal, accountId: string, id: string, body: UpdateUserDto): Promise<UserDto> {
    const { password, ...fields } = body;
    if (password !== undefined && id === admin.id) {
      throw Problem.invalid('/password', 'change your own password at /me/password');
    }
    if (fields.role !== undefined) assertMayGrant(admin, fields.role);
    const change: UserChange = { ...fields, password_hash: await this.hashed(password) };
    return this.database.transaction(async () => {
      const before = await this.lock(admin, accountId, id);
      const after = await this.store.update(accountId, id, change);
      if (isActiveAdmin(before) && !isActiveAdmin(after)) await this.assertOtherAdmin(accountId, id);
      if (password !== undefined || !after.is_active) await this.logIns.endAll(id);
      // A link made for one role must not open another, nor outlive a password that was set since.
      if (password === undefined && after.is_active && after.role === before.role) return toDto(after);
      await this.invitations.revoke(id);
      return toDto({ ...after, invited_until: null });
    });
  }

  /** A link with which the person sets a password; it takes the place of the one before. */
  async invite(admin: UserPrincipal, accountId: string, id: string): Promise<InvitationDto> {
    return this.database.transaction(async () => {
      const user = await this.lock(admin, accountId, id);
      if (!user.is_active) throw new Problem('conflict', 'This user is deactivated. Activate the user first.');
      const { token, expiresAt } = await this.invitations.renew(id);
      return { token, expires_at: expiresAt.toISOString() };
    });
  }

  async remove(admin: UserPrincipal, accountId: string, id: string): Promise<void> {
    await this.database.transaction(async () => {
      if (isActiveAdmin(await this.lock(admin, accountId, id))) await this.assertOtherAdmin(accountId, id);
      await this.logIns.endAll(id);
      await this.store.remove(accountId, id);
    });
  }

  /** The user, whom nobody else changes until the transaction ends, nor any other user of the account. */
  private async lock(admin: UserPrincipal, accountId: string, id: string): Promise<UserRow> {
    await this.accounts.lock(accountId);
    const user = await this.store.one(accountId, id);
    if (!user) throw Problem.notFound('user');
    assertMayManage(admin, user.role);
    return user;
  }

  private async assertOtherAdmin(accountId: string, id: string): Promise<void> {
    if (await this.store.hasOtherAdmin(accountId, id)) return;
    throw new Problem('conflict', 'The account would be left without an active administrator who can log in.');
  }

  private async hashed(password: string | undefined): Promise<string | undefined> {
    return password === undefined ? undefined : this.passwords.hash(password);
  }
}

function toDto(row: UserRow): UserDto {
  return {
    ...row,
    invited_until: row.invited_until?.toISOString() ?? null,
    created_at: row.created_at.toISOString(),
    last_login_at: row.last_login_at?.toISOString() ?? null,
  };
}

const COLUMNS: readonly CsvColumn<UserRow>[] = [
  { header: 'id', value: (row) => row.id },
  { header: 'email', value: (row) => row.email },
  { header: 'name', value: (row) => row.name },
  { header: 'role', value: (row) => row.role },
  { header: 'is_active', value: (row) => row.is_active },
  { header: 'has_password', value: (row) => row.has_password },
  { header: 'invited_until', value: (row) => row.invited_until?.toISOString() },
  { header: 'psa_member_id', value: (row) => row.psa_member_id },
  { header: 'created_at', value: (row) => row.created_at.toISOString() },
  { header: 'last_login_at', value: (row) => row.last_login_at?.toISOString() },
];
