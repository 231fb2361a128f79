import { Injectable, type StreamableFile } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';

import type { ApiKeyDto, ApiKeyPageDto, CreateApiKeyDto, CreatedApiKeyDto, PageQueryDto } from '@flowpilot/contracts';

import { type CsvColumn, csvFile } from '../../http/csv.js';
import { everyRowById, idRange } from '../../http/id-page.js';
import { toPage } from '../../http/page.js';
import { Problem } from '../../http/problem.js';
import { Clock } from '../../time/clock.js';
import { API_KEY_PREFIX } from '../authentication.service.js';
import type { Actor } from '../principal.js';
import { randomToken, tokenHash } from '../secret-token.js';
import { ApiKeyQuery, type ApiKeyRow } from './api-key.query.js';

const HINT_LENGTH = 4;

@Injectable()
export class ApiKeyService {
  constructor(
    private readonly query: ApiKeyQuery,
    private readonly clock: Clock,
  ) {}

  async list(accountId: string, page: PageQueryDto): Promise<ApiKeyPageDto> {
    const rows = await this.query.list(accountId, idRange(page));
    return toPage(rows, page, (row) => [row.id], toDto);
  }

  csv(accountId: string): StreamableFile {
    return csvFile('api-keys', COLUMNS, everyRowById((range) => this.query.list(accountId, range)));
  }

  /** The answer is the only place where the key is ever seen: what is stored is its hash. */
  async create(actor: Actor, { name, scopes }: CreateApiKeyDto): Promise<CreatedApiKeyDto> {
    const key = `${API_KEY_PREFIX}${randomToken()}`;
    const row = {
      id: uuidv7(),
      name,
      scopes,
      key_hint: key.slice(-HINT_LENGTH),
      created_at: this.clock.now(),
      last_used_at: null,
    };
    await this.query.insert({ ...row, account_id: actor.accountId, key_hash: tokenHash(key), created_by: actor.id });
    return Object.assign(toDto(row), { key });
  }

  async revoke(accountId: string, id: string): Promise<void> {
    if (!(await this.query.revoke(accountId, id, this.clock.now()))) throw Problem.notFound('API key');
  }
}

function toDto(row: ApiKeyRow): ApiKeyDto {
  return {
    id: row.id,
    name: row.name,
    scopes: row.scopes,
    hint: row.key_hint,
    created_at: row.created_at.toISOString(),
    last_used_at: row.last_used_at?.toISOString() ?? null,
  };
}

const COLUMNS: readonly CsvColumn<ApiKeyRow>[] = [
  { header: 'id', value: (row) => row.id },
  { header: 'name', value: (row) => row.name },
  { header: 'scopes', value: (row) => row.scopes.join(' ') },
  { header: 'hint', value: (row) => row.key_hint },
  { header: 'created_at', value: (row) => row.created_at.toISOString() },
  { header: 'last_used_at', value: (row) => row.last_used_at?.toISOString() },
];
