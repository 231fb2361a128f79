import { Injectable } from '@nestjs/common';

import type {
  FlowDetailDto,
  FlowVersionDetailDto,
  FlowVersionDto,
  Page,
  PageQueryDto,
  RestoreVersionDto,
} from '@flowpilot/contracts';

import type { Actor } from '../auth/index.js';
import { Database } from '../database/database.js';
import { everyRow } from '../http/every-row.js';
import { decodeCursor, pageSize, toPage } from '../http/page.js';
import { Problem } from '../http/problem.js';
import { holdCategory } from './flow-definition.query.js';
import { type FlowVersionRow, selectFlowVersion, selectFlowVersions } from './flow-version.query.js';
import { FlowService } from './flow.service.js';

const EXPORT_PAGE_SIZE = 1_000;

@Injectable()
export class FlowVersionService {
  constructor(
    private readonly database: Database,
    private readonly flows: FlowService,
  ) {}

  /** The newest first. @throws Problem `not_found` for an unknown flow. */
  async list({ accountId }: Actor, flowId: string, query: PageQueryDto): Promise<Page<FlowVersionDto>> {
    const before = versionIn(query.cursor);
    const rows = await selectFlowVersions(this.database, accountId, flowId, before, pageSize(query) + 1);
    // Every flow has a version 1.
    if (rows.length === 0 && before === null) throw Problem.notFound('flow');
    return toPage(rows, query, ({ version }) => [String(version)], toVersionDto);
  }

  /** All of them, the newest first. @throws as `list`, before the first row. */
  async every(actor: Actor, flowId: string): Promise<AsyncGenerator<FlowVersionDto>> {
    await this.list(actor, flowId, { limit: 1 });
    return this.read(actor, flowId);
  }

  /** @throws Problem `not_found` for an unknown flow or version. */
  async get({ accountId }: Actor, flowId: string, version: number): Promise<FlowVersionDetailDto> {
    const row = await selectFlowVersion(this.database, accountId, flowId, version);
    if (!row) throw Problem.notFound('version of this flow');
    return Object.assign(toVersionDto(row), { steps: row.steps });
  }

  /**
   * Gives the flow the name, category, type and steps that it had, as its next version; none where it has them
   * already. A category that exists no more leaves the flow in its present one.
   *
   * @throws Problem `not_found`, `conflict`, or `validation_failed` when the flow is active and those steps were
   * unfinished.
   */
  restore(actor: Actor, flowId: string, version: number, expected: RestoreVersionDto): Promise<FlowDetailDto> {
    return this.database.transaction(async () => {
      const { name, tree_type, steps, category_id: category } = await this.get(actor, flowId, version);
      const gone = category !== null && !(await holdCategory(this.database, actor.accountId, category));
      const definition = { name, tree_type, steps, ...(!gone && { category_id: category }) };
      return this.flows.update(actor, flowId, { ...definition, version: expected.version });
    });
  }

  private async *read({ accountId }: Actor, flowId: string): AsyncGenerator<FlowVersionDto> {
    const rows = everyRow<FlowVersionRow>((last) =>
      selectFlowVersions(this.database, accountId, flowId, last?.version ?? null, EXPORT_PAGE_SIZE),
    );
    for await (const row of rows) yield toVersionDto(row);
  }
}

/** @throws Problem `validation_failed` when the cursor is not one of this list. */
function versionIn(cursor: string | undefined): number | null {
  const key = decodeCursor(cursor, 1);
  if (key === null) return null;
  const version = Number(key[0]);
  if (!Number.isInteger(version) || Math.abs(version) > 2 ** 31 - 1) {
    throw Problem.invalid('cursor', 'cursor must be the next_cursor of a page of this list');
  }
  return version;
}

function toVersionDto(row: FlowVersionRow): FlowVersionDto {
  const { author_kind: kind, author_id: id, author_name: name } = row;
  return {
    version: row.version,
    name: row.name,
    tree_type: row.tree_type,
    category_id: row.category_id,
    category: row.category,
    step_count: row.step_count,
    created_by: kind === null || id === null || name === null ? null : { kind, id, name },
    created_at: row.created_at.toISOString(),
  };
}
