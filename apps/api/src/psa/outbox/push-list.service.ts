import { Injectable } from '@nestjs/common';

import type { Page, PageQueryDto, PsaPushDto, PsaPushFilterDto, PsaPushQueryDto } from '@flowpilot/contracts';

import type { Actor } from '../../auth/index.js';
import { Database } from '../../database/database.js';
import { timeCursor } from '../../http/cursor-key.js';
import { everyRow } from '../../http/every-row.js';
import { pageSize, toPage } from '../../http/page.js';
import { Problem } from '../../http/problem.js';
import { SessionService } from '../../sessions/index.js';
import { WindowService } from '../../window/index.js';
import { toPushDto } from './push-answer.js';
import {
  type PushFilter,
  type PushRow,
  type PushWindow,
  selectPush,
  selectPushes,
} from './push-list.query.js';

const EXPORT_PAGE_SIZE = 1_000;
const ALL_TIME: PushWindow = { from: null, to: null };

/** The outbox as people see it. */
@Injectable()
export class PushListService {
  constructor(
    private readonly database: Database,
    private readonly windows: WindowService,
    private readonly sessions: SessionService,
  ) {}

  async find(accountId: string, id: string): Promise<PsaPushDto> {
    const row = await selectPush(this.database, accountId, id);
    if (!row) throw Problem.notFound('push');
    return toPushDto(row);
  }

  /** Newest first. */
  async list({ accountId }: Actor, query: PsaPushQueryDto): Promise<Page<PsaPushDto>> {
    return this.page({ accountId, window: await this.window(accountId, query), ...filterOf(query) }, query);
  }

  /** @throws Problem `not_found` when the actor does not see the session */
  async ofSession(actor: Actor, sessionId: string, query: PageQueryDto): Promise<Page<PsaPushDto>> {
    const { id } = await this.sessions.get(actor, sessionId);
    return this.page({ accountId: actor.accountId, window: ALL_TIME, sessionId: id }, query);
  }

  /** All that the filter admits. The window is resolved at once, so that its errors are answered. */
  async every({ accountId }: Actor, query: PsaPushFilterDto): Promise<AsyncIterable<PsaPushDto>> {
    return this.all({ accountId, window: await this.window(accountId, query), ...filterOf(query) });
  }

  /** @throws Problem `not_found` when the actor does not see the session */
  async everyOfSession(actor: Actor, sessionId: string): Promise<AsyncIterable<PsaPushDto>> {
    const { id } = await this.sessions.get(actor, sessionId);
    return this.all({ accountId: actor.accountId, window: ALL_TIME, sessionId: id });
  }

  private async *all(filter: PushFilter): AsyncGenerator<PsaPushDto> {
    const rows = everyRow<PushRow>((last) =>
      selectPushes(this.database, filter, last && listKey(last), EXPORT_PAGE_SIZE),
    );
    for await (const row of rows) yield toPushDto(row);
  }

  private async page(filter: PushFilter, query: PageQueryDto): Promise<Page<PsaPushDto>> {
    const after = timeCursor(query.cursor);
    const rows = await selectPushes(this.database, filter, after, pageSize(query) + 1);
    return toPage(rows, query, listKey, toPushDto);
  }

  private async window(accountId: string, query: PsaPushFilterDto): Promise<PushWindow> {
    const isGiven = query.period !== undefined || query.from !== undefined || query.to !== undefined;
    return isGiven ? this.windows.resolve(accountId, query) : ALL_TIME;
  }
}

function filterOf({ status, kind, session_id: sessionId }: PsaPushFilterDto): Omit<PushFilter, 'accountId' | 'window'> {
  return { states: status, kind, sessionId };
}

function listKey(row: PushRow): string[] {
  return [row.created_at.toISOString(), row.id];
}
