import { Injectable } from '@nestjs/common';

import type { DriftQueryDto, Page, PsaDriftDto, PsaDriftEntryDto, WindowQueryDto } from '@flowpilot/contracts';
import { roundedHours } from '@flowpilot/metrics';

import type { Actor } from '../../auth/index.js';
import { Database } from '../../database/database.js';
import { timeCursor } from '../../http/cursor-key.js';
import { everyRow } from '../../http/every-row.js';
import { pageSize, toPage } from '../../http/page.js';
import { toWindowDto, WindowService } from '../../window/index.js';
import { selectConnection } from '../connection/connection.query.js';
import { type DriftRow, selectDrifts, selectDriftTotals } from './drift-list.query.js';

const EXPORT_PAGE_SIZE = 1_000;

/** What became of pushed time in the PSA. */
@Injectable()
export class DriftService {
  constructor(
    private readonly database: Database,
    private readonly windows: WindowService,
  ) {}

  async totals({ accountId }: Actor, query: WindowQueryDto): Promise<PsaDriftDto> {
    const window = await this.windows.resolve(accountId, query);
    const totals = await selectDriftTotals(this.database, window);
    const connection = await selectConnection(this.database, accountId);
    return {
      pushed_hours: roundedHours(totals.pushed_parts),
      present_hours: roundedHours(totals.present_parts),
      changed_entries: totals.changed,
      deleted_entries: totals.deleted,
      reconciled_at: connection?.reconciled_at?.toISOString() ?? null,
      window: toWindowDto(window),
    };
  }

  /** Newest first. */
  async list({ accountId }: Actor, query: DriftQueryDto): Promise<Page<PsaDriftEntryDto>> {
    const window = await this.windows.resolve(accountId, query);
    const rows = await selectDrifts(this.database, window, timeCursor(query.cursor), pageSize(query) + 1);
    return toPage(rows, query, listKey, toDto);
  }

  /** All of the window. It is resolved at once, so that its errors are answered. */
  async every({ accountId }: Actor, query: WindowQueryDto): Promise<AsyncIterable<PsaDriftEntryDto>> {
    const window = await this.windows.resolve(accountId, query);
    const rows = everyRow<DriftRow>((last) =>
      selectDrifts(this.database, window, last && listKey(last), EXPORT_PAGE_SIZE),
    );
    return (async function* () {
      for await (const row of rows) yield toDto(row);
    })();
  }
}

function listKey(row: DriftRow): string[] {
  return [row.created_at.toISOString(), row.activity_id];
}

function toDto(row: DriftRow): PsaDriftEntryDto {
  return { ...row, created_at: row.created_at.toISOString(), noticed_at: row.noticed_at.toISOString() };
}
