import { Injectable } from '@nestjs/common';

import type { ImportDto, ImportRejectionDto, Page, PageQueryDto } from '@flowpilot/contracts';

import type { Actor } from '../auth/index.js';
import { isUniqueViolation } from '../database/constraint-violation.js';
import { Database } from '../database/database.js';
import { timeCursor } from '../http/cursor-key.js';
import { everyRow } from '../http/every-row.js';
import { decodeCursor, pageSize, toPage } from '../http/page.js';
import { Problem } from '../http/problem.js';
import { Clock } from '../time/clock.js';
import { toImportDto, toRejectionDto } from './import-answer.js';
import { deleteRejections, type RejectionRow, selectReasons, selectRejections } from './import-rejections.query.js';
import { cancelOpen, type ImportRow, selectImport, selectImports, startChecked } from './import.query.js';
import { deleteChunks } from './receiving/import-chunks.query.js';
import { ImportReceiver, openImport } from './receiving/import-receiver.js';
import { ImportWorker } from './running/import-worker.js';

const EXPORT_PAGE_SIZE = 1_000;
const REASONS_SHOWN = 5;

/** The imports of an account, as people see and steer them. */
@Injectable()
export class ImportService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly receiver: ImportReceiver,
    private readonly worker: ImportWorker,
  ) {}

  /** Takes a file, and answers the import that waits for a worker. @throws as `ImportReceiver.receive` */
  async receive(actor: Actor, body: unknown, contentType: string | undefined): Promise<ImportDto> {
    const id = await this.receiver.receive(actor, body, contentType);
    this.worker.wake();
    return this.get(actor, id);
  }

  /** Newest first, without reasons. */
  async list({ accountId }: Actor, query: PageQueryDto): Promise<Page<ImportDto>> {
    const rows = await selectImports(this.database, accountId, timeCursor(query.cursor), pageSize(query) + 1);
    return toPage(rows, query, listKey, (row) => toImportDto(row, [], this.clock.now()));
  }

  async *every({ accountId }: Actor): AsyncGenerator<ImportDto> {
    const rows = everyRow<ImportRow>((last) => selectImports(this.database, accountId, last && listKey(last), EXPORT_PAGE_SIZE));
    for await (const row of rows) yield toImportDto(row, [], this.clock.now());
  }

  /** @throws Problem `not_found` */
  async get({ accountId }: Actor, id: string): Promise<ImportDto> {
    const row = await this.row(accountId, id);
    const runs = row.state === 'pending' || row.state === 'running';
    const reasons = runs || row.rejected === 0 ? [] : await selectReasons(this.database, accountId, id, REASONS_SHOWN);
    return toImportDto(row, reasons, this.clock.now());
  }

  /** In the order of the file. @throws Problem `not_found` */
  async rejections({ accountId }: Actor, id: string, query: PageQueryDto): Promise<Page<ImportRejectionDto>> {
    await this.row(accountId, id);
    const after = positionCursor(query.cursor);
    const rows = await selectRejections(this.database, accountId, id, after, pageSize(query) + 1);
    return toPage(rows, query, ({ position }) => [String(position)], toRejectionDto);
  }

  /** All of them. That the import exists is checked at once, so that its absence is answered. */
  async everyRejection({ accountId }: Actor, id: string): Promise<AsyncIterable<ImportRejectionDto>> {
    await this.row(accountId, id);
    return everyRow<RejectionRow>((last) =>
      selectRejections(this.database, accountId, id, last?.position ?? -1, EXPORT_PAGE_SIZE),
    );
  }

  /** Does what a dry run has foretold. @throws Problem `not_found`, or `conflict` unless it is checked. */
  async start(actor: Actor, id: string): Promise<ImportDto> {
    await this.row(actor.accountId, id);
    try {
      await this.database.transaction(async () => {
        if (!(await startChecked(this.database, actor.accountId, id))) {
          throw new Problem('conflict', 'Only an import that was checked by a dry run can be started.');
        }
        await deleteRejections(this.database, actor.accountId, id);
      });
    } catch (error) {
      throw isUniqueViolation(error, 'imports_open') ? openImport() : error;
    }
    this.worker.wake();
    return this.get(actor, id);
  }

  /** What is stored stays. @throws Problem `not_found`, or `conflict` when it has ended. */
  async cancel(actor: Actor, id: string): Promise<ImportDto> {
    await this.row(actor.accountId, id);
    await this.database.transaction(async () => {
      if (!(await cancelOpen(this.database, actor.accountId, id, this.clock.now()))) {
        throw new Problem('conflict', 'The import has ended already.');
      }
      await deleteChunks(this.database, { accountId: actor.accountId, id });
    });
    return this.get(actor, id);
  }

  private async row(accountId: string, id: string): Promise<ImportRow> {
    const row = await selectImport(this.database, accountId, id);
    if (!row) throw Problem.notFound('import');
    return row;
  }
}

function listKey(row: ImportRow): string[] {
  return [row.created_at.toISOString(), row.id];
}

/** @throws Problem `validation_failed` */
function positionCursor(cursor: string | undefined): number {
  const [position = '-1'] = decodeCursor(cursor, 1) ?? [];
  if (!/^-?\d{1,9}$/.test(position)) throw Problem.invalid('cursor', 'cursor must be the next_cursor of a page of this list');
  return Number(position);
}
