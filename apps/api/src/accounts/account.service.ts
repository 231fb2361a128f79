import { Injectable, type StreamableFile } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';

import type {
  AccountDto,
  AccountPageDto,
  CreateAccountDto,
  FirstAdminDto,
  NewAccountDto,
  PageQueryDto,
  TimeZonesDto,
  UpdateAccountDto,
} from '@flowpilot/contracts';
import type { Role } from '@flowpilot/metrics';

import { Passwords } from '../auth/index.js';
import { Database } from '../database/database.js';
import { type CsvColumn, csvFile } from '../http/csv.js';
import { everyRowById, idRange } from '../http/id-page.js';
import { toPage } from '../http/page.js';
import { Problem } from '../http/problem.js';
import { Clock } from '../time/clock.js';
import { AccountQuery, type AccountRow } from './account.query.js';
import { TimeZones } from './time-zones.js';
import { UserStore } from './user.store.js';

@Injectable()
export class AccountService {
  constructor(
    private readonly database: Database,
    private readonly query: AccountQuery,
    private readonly users: UserStore,
    private readonly passwords: Passwords,
    private readonly timeZones: TimeZones,
    private readonly clock: Clock,
  ) {}

  async get(accountId: string): Promise<AccountDto> {
    return toDto(found(await this.query.one(accountId)));
  }

  /** What `time_zone` may be. */
  async zones(): Promise<TimeZonesDto> {
    return { time_zones: await this.timeZones.all() };
  }

  async update(accountId: string, body: UpdateAccountDto): Promise<AccountDto> {
    if (body.time_zone !== undefined) await this.timeZones.assertKnown(body.time_zone, '/time_zone');
    return toDto(found(await this.query.update(accountId, body, this.clock.now())));
  }

  async list(page: PageQueryDto): Promise<AccountPageDto> {
    return toPage(await this.query.list(idRange(page)), page, (row) => [row.id], toDto);
  }

  csv(): StreamableFile {
    return csvFile('accounts', COLUMNS, everyRowById((range) => this.query.list(range)));
  }

  /** An account and its first administrator. */
  async create({ admin, ...account }: CreateAccountDto): Promise<AccountDto> {
    await this.timeZones.assertKnown(account.time_zone, '/time_zone');
    return this.database.transaction(() => this.insert(account, admin, 'team_admin', '/admin/email'));
  }

  /** The product's very first account, whose administrator may make further ones. */
  async createFirst(account: NewAccountDto, admin: FirstAdminDto): Promise<AccountDto> {
    await this.timeZones.assertKnown(account.time_zone, '/account/time_zone');
    return this.database.transaction(() => this.insert(account, admin, 'super_admin', '/admin/email'));
  }

  private async insert(
    account: NewAccountDto,
    { password, ...admin }: FirstAdminDto,
    role: Role,
    emailPointer: string,
  ): Promise<AccountDto> {
    const row = await this.query.insert(uuidv7(), account.name, account.time_zone, this.clock.now());
    const passwordHash = await this.passwords.hash(password);
    await this.users.insert(row.id, { ...admin, role, password_hash: passwordHash }, emailPointer);
    return toDto(row);
  }
}

function found(row: AccountRow | undefined): AccountRow {
  if (!row) throw Problem.notFound('account');
  return row;
}

function toDto(row: AccountRow): AccountDto {
  return { ...row, created_at: row.created_at.toISOString() };
}

const COLUMNS: readonly CsvColumn<AccountRow>[] = [
  { header: 'id', value: (row) => row.id },
  { header: 'name', value: (row) => row.name },
  { header: 'time_zone', value: (row) => row.time_zone },
  { header: 'min_sample', value: (row) => row.min_sample },
  { header: 'unlogged_after_hours', value: (row) => row.unlogged_after_hours },
  { header: 'created_at', value: (row) => row.created_at.toISOString() },
];
