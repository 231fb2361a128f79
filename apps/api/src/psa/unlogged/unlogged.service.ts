import { Injectable } from '@nestjs/common';

import type {
  LoggedTimeDto,
  LoggedTimesDto,
  LogUnloggedTimeDto,
  Page,
  UnloggedQueryDto,
  UnloggedSessionDto,
  UnloggedTimeEntryDto,
  WindowQueryDto,
} from '@flowpilot/contracts';
import { MINUTES_DECIMALS, roundHalfUp, suggestedHours } from '@flowpilot/metrics';

import type { Actor } from '../../auth/index.js';
import { Database } from '../../database/database.js';
import { timeCursor } from '../../http/cursor-key.js';
import { everyRow } from '../../http/every-row.js';
import { pageSize, toPage } from '../../http/page.js';
import { Problem } from '../../http/problem.js';
import { WindowService } from '../../window/index.js';
import { selectConnection } from '../connection/connection.query.js';
import { timeIncrementOf } from '../connection/requested-connection.js';
import { PushRequestService } from '../outbox/push-request.service.js';
import { selectUnlogged, type UnloggedRow } from './unlogged.query.js';

const EXPORT_PAGE_SIZE = 1_000;

/** Work that never reached the timesheet, and the way to bring it there. */
@Injectable()
export class UnloggedService {
  constructor(
    private readonly database: Database,
    private readonly windows: WindowService,
    private readonly requests: PushRequestService,
  ) {}

  /** Newest first. */
  async list({ accountId }: Actor, query: UnloggedQueryDto): Promise<Page<UnloggedSessionDto>> {
    const window = await this.windows.resolve(accountId, query);
    const rows = await selectUnlogged(this.database, window, timeCursor(query.cursor), pageSize(query) + 1);
    const increment = await this.increment(accountId);
    return toPage(rows, query, listKey, (row) => toDto(row, increment));
  }

  /** All of the window. It is resolved at once, so that its errors are answered. */
  async every({ accountId }: Actor, query: WindowQueryDto): Promise<AsyncIterable<UnloggedSessionDto>> {
    const window = await this.windows.resolve(accountId, query);
    const increment = await this.increment(accountId);
    const rows = everyRow<UnloggedRow>((last) =>
      selectUnlogged(this.database, window, last && listKey(last), EXPORT_PAGE_SIZE),
    );
    return (async function* () {
      for await (const row of rows) yield toDto(row, increment);
    })();
  }

  /** Each entry by itself: one that is refused does not keep the others back. */
  async log(actor: Actor, { entries }: LogUnloggedTimeDto): Promise<LoggedTimesDto> {
    const logged: LoggedTimeDto[] = [];
    for (const entry of entries) logged.push(await this.logOne(actor, entry));
    const accepted = logged.filter(({ push }) => push !== null).length;
    return { accepted, refused: logged.length - accepted, entries: logged };
  }

  private async logOne(actor: Actor, entry: UnloggedTimeEntryDto): Promise<LoggedTimeDto> {
    const sessionId = entry.session_id.toLowerCase();
    try {
      const push = await this.requests.logFirstTime(actor, sessionId, entry);
      return { session_id: sessionId, push, error: null };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return { session_id: sessionId, push: null, error: error.detail };
    }
  }

  private async increment(accountId: string): Promise<number> {
    return timeIncrementOf(await selectConnection(this.database, accountId));
  }
}

function listKey(row: UnloggedRow): string[] {
  return [row.opened_at.toISOString(), row.session_id];
}

function toDto(row: UnloggedRow, increment: number): UnloggedSessionDto {
  return {
    ...row,
    opened_at: row.opened_at.toISOString(),
    closed_at: row.closed_at.toISOString(),
    minutes: roundHalfUp(row.minutes, MINUTES_DECIMALS),
    suggested_hours: suggestedHours(row.minutes, increment),
  };
}
