import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';

import type { CreateFlowDto, FlowDto, FlowFilterDto, FlowQueryDto, Page, UpdateFlowDto } from '@flowpilot/contracts';

import type { Actor } from '../auth/index.js';
import { Database } from '../database/database.js';
import { nameCursor } from '../http/cursor-key.js';
import { everyRow } from '../http/every-row.js';
import { pageSize, toPage } from '../http/page.js';
import { Problem } from '../http/problem.js';
import { Clock } from '../time/clock.js';
import { refuseFuture } from '../time/refuse-future.js';
import {
  type FlowDefinition,
  holdCategory,
  insertFlow,
  insertFlowVersion,
  lockFlow,
  updateFlow,
} from './flow-definition.query.js';
import { changedDefinition, isUnchanged, makesVersion, newDefinition } from './flow-definition.js';
import { type FlowRow, selectFlow, selectFlows } from './flow.query.js';

const EXPORT_PAGE_SIZE = 1_000;

@Injectable()
export class FlowService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** By name. */
  async list({ accountId }: Actor, query: FlowQueryDto): Promise<Page<FlowDto>> {
    const after = nameCursor(query.cursor);
    const rows = await selectFlows(this.database, accountId, query, after, pageSize(query) + 1);
    return toPage(rows, query, listKey, toFlowDto);
  }

  /** All that the filter admits, by name. */
  async *every({ accountId }: Actor, filter: FlowFilterDto): AsyncGenerator<FlowDto> {
    const rows = everyRow<FlowRow>((last) =>
      selectFlows(this.database, accountId, filter, last && listKey(last), EXPORT_PAGE_SIZE),
    );
    for await (const row of rows) yield toFlowDto(row);
  }

  /** @throws Problem `not_found` */
  async get({ accountId }: Actor, id: string): Promise<FlowDto> {
    const row = await selectFlow(this.database, accountId, id);
    if (!row) throw Problem.notFound('flow');
    return toFlowDto(row);
  }

  /** Makes version 1. @throws Problem `validation_failed` for an unknown category, a blank name, a future time. */
  create(actor: Actor, input: CreateFlowDto): Promise<FlowDto> {
    const now = this.clock.now();
    const definition = newDefinition(input, now);
    return this.database.transaction(async () => {
      const flow = { account_id: actor.accountId, id: newId(), version: 1, ...definition, updated_at: now };
      await this.check(actor, definition, now);
      await insertFlow(this.database, flow);
      await insertFlowVersion(this.database, flow, userOf(actor));
      return this.get(actor, flow.id);
    });
  }

  /** Another name, category or type makes the next version. @throws as `create`, and Problem `not_found` */
  update(actor: Actor, id: string, input: UpdateFlowDto): Promise<FlowDto> {
    const now = this.clock.now();
    return this.database.transaction(async () => {
      const before = await lockFlow(this.database, actor.accountId, id);
      if (!before) throw Problem.notFound('flow');
      const definition = changedDefinition(before, input);
      await this.check(actor, definition, now);
      const next = makesVersion(before, definition);
      const flow = { ...before, ...definition, version: before.version + (next ? 1 : 0), updated_at: now };
      if (!isUnchanged(before, definition)) await updateFlow(this.database, flow);
      if (next) await insertFlowVersion(this.database, flow, userOf(actor));
      return this.get(actor, id);
    });
  }

  /** Its sessions and figures stay. @throws Problem `not_found` */
  async deactivate(actor: Actor, id: string): Promise<void> {
    await this.update(actor, id, { is_active: false });
  }

  private async check({ accountId }: Actor, definition: FlowDefinition, now: Date): Promise<void> {
    const { category_id: category, created_at: createdAt } = definition;
    refuseFuture('/created_at', createdAt, now);
    if (category !== null && !(await holdCategory(this.database, accountId, category))) {
      throw Problem.invalid('/category_id', 'category_id must be a category of the account');
    }
  }
}

function userOf(actor: Actor): string | null {
  return actor.kind === 'user' ? actor.id : null;
}

function listKey(row: FlowRow): string[] {
  return [row.sort_name, row.id];
}

function toFlowDto({ sort_name: _, ...row }: FlowRow): FlowDto {
  return {
    ...row,
    last_matched_at: row.last_matched_at?.toISOString() ?? null,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  };
}
