import { Injectable } from '@nestjs/common';

import { type CountDto, MAX_COUNT, type Page, type SessionDto, type SessionFilterDto, type SessionQueryDto } from '@flowpilot/contracts';

import type { Actor } from '../../auth/index.js';
import { Database } from '../../database/database.js';
import { timeCursor } from '../../http/cursor-key.js';
import { everyRow } from '../../http/every-row.js';
import { pageSize, toPage } from '../../http/page.js';
import { type AccountWindow, WindowService } from '../../window/index.js';
import { type SessionRecord, toSessionDto } from '../session-record.js';
import { refuseLifetimeBesideWindow, refuseLifetimeWithoutFlow } from './session-lifetime.js';
import { countSessions, EXPORTED, type ExportedRecord, LISTED, selectSessions } from './session.query.js';

const EXPORT_PAGE_SIZE = 1_000;

/** A row of the file. */
export type ExportedSession = SessionDto & Pick<ExportedRecord, 'engineer' | 'matched_flow' | 'created_local'>;

/** The rows behind a figure. */
@Injectable()
export class SessionListService {
  constructor(
    private readonly database: Database,
    private readonly windows: WindowService,
  ) {}

  /** Newest first. @throws Problem `validation_failed` when the query names no window */
  async list(actor: Actor, query: SessionQueryDto): Promise<Page<SessionDto>> {
    refuseLifetimeWithoutFlow(query);
    const window = await this.window(actor, query);
    const after = timeCursor(query.cursor);
    const rows = await selectSessions(LISTED, this.database, actor, window, query, after, pageSize(query) + 1);
    return toPage(rows, query, listKey, toSessionDto);
  }

  /** How many the filter admits; counting ends at `MAX_COUNT`. @throws as `list`, but for a lifetime without a flow */
  async count(actor: Actor, filter: SessionFilterDto): Promise<CountDto> {
    const window = await this.window(actor, filter);
    const count = await countSessions(this.database, actor, window, filter, MAX_COUNT + 1);
    return { count: Math.min(count, MAX_COUNT), more: count > MAX_COUNT };
  }

  /** All of the window that the filter admits, newest first, for a file. @throws as `list` */
  async every(actor: Actor, filter: SessionFilterDto): Promise<AsyncGenerator<ExportedSession>> {
    refuseLifetimeWithoutFlow(filter);
    return this.rows(actor, await this.window(actor, filter), filter);
  }

  private window(actor: Actor, filter: SessionFilterDto): Promise<AccountWindow> {
    refuseLifetimeBesideWindow(filter);
    return this.windows.resolve(actor.accountId, filter);
  }

  private async *rows(actor: Actor, window: AccountWindow, filter: SessionFilterDto): AsyncGenerator<ExportedSession> {
    const rows = everyRow<ExportedRecord>((last) =>
      selectSessions(EXPORTED, this.database, actor, window, filter, last && listKey(last), EXPORT_PAGE_SIZE),
    );
    for await (const { engineer, matched_flow, created_local, ...row } of rows) {
      yield Object.assign(toSessionDto(row), { engineer, matched_flow, created_local });
    }
  }
}

function listKey(session: SessionRecord): string[] {
  return [session.created_at.toISOString(), session.id];
}
