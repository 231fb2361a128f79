import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';

import type {
  CreateFlowDto,
  FlowDetailDto,
  FlowDto,
  FlowFilterDto,
  FlowQueryDto,
  Page,
  UpdateFlowDto,
} from '@flowpilot/contracts';

import type { Actor } from '../auth/index.js';
import { Database } from '../database/database.js';
import { nameCursor } from '../http/cursor-key.js';
import { everyRow } from '../http/every-row.js';
import { pageSize, toPage } from '../http/page.js';
import { Problem } from '../http/problem.js';
import { Clock } from '../time/clock.js';
import { refuseFuture } from '../time/refuse-future.js';
import { refuseFaultySteps } from './faulty-steps.js';
import {
  type FlowDefinition,
  holdCategory,
  insertFlow,
  insertFlowVersion,
  lockFlow,
  updateFlow,
} from './flow-definition.query.js';
import { changedDefinition, isUnchanged, makesVersion, newDefinition } from './flow-definition.js';
import { type FlowDetailRow, type FlowRow, selectFlow, selectFlows } from './flow.query.js';

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
  async get({ accountId }: Actor, id: string): Promise<FlowDetailDto> {
    const row = await selectFlow(this.database, accountId, id);
    if (!row) throw Problem.notFound('flow');
    return toFlowDetailDto(row);
  }

  /**
   * Makes version 1.
   *
   * @throws Problem `validation_failed` for an unknown category, a blank name, a future time, faulty steps.
   */
  create(actor: Actor, input: CreateFlowDto): Promise<FlowDetailDto> {
    const now = this.clock.now();
    const definition = newDefinition(input, now);
    return this.database.transaction(async () => {
      const flow = { account_id: actor.accountId, id: newId(), version: 1, ...definition, updated_at: now };
      await this.check(actor, definition, now);
      await insertFlow(this.database, flow);
      await insertFlowVersion(this.database, flow, actor.id);
      return this.get(actor, flow.id);
    });
  }

  /** Refuses what `create` would, but for the category, and makes nothing. @throws as `create` */
  foresee(input: CreateFlowDto): void {
    const now = this.clock.now();
    refuseFaults(newDefinition(input, now), now);
  }

  /**
   * Another name, category, type or other steps make the next version.
   *
   * @throws as `create`, and Problem `not_found`, or `conflict` when the flow is not at the version given.
   */
  update(actor: Actor, id: string, input: UpdateFlowDto): Promise<FlowDetailDto> {
    const now = this.clock.now();
    return this.database.transaction(async () => {
      const before = await lockFlow(this.database, actor.accountId, id);
      if (!before) throw Problem.notFound('flow');
      refuseOtherVersion(before.version, input.version);
      const definition = changedDefinition(before, input);
      await this.check(actor, definition, now);
      const next = makesVersion(before, definition);
      const flow = { ...before, ...definition, version: before.version + (next ? 1 : 0), updated_at: now };
      if (!isUnchanged(before, definition)) await updateFlow(this.database, flow);
      if (next) await insertFlowVersion(this.database, flow, actor.id);
      return this.get(actor, id);
    });
  }

  /** Its sessions and figures stay. @throws Problem `not_found` */
  async deactivate(actor: Actor, id: string): Promise<void> {
    await this.update(actor, id, { is_active: false });
  }

  private async check({ accountId }: Actor, definition: FlowDefinition, now: Date): Promise<void> {
    const { category_id: category } = definition;
    refuseFaults(definition, now);
    if (category !== null && !(await holdCategory(this.database, accountId, category))) {
      throw Problem.invalid('/category_id', 'category_id must be a category of the account');
    }
  }
}

function refuseFaults({ created_at: createdAt, steps, is_active: isActive }: FlowDefinition, now: Date): void {
  refuseFuture('/created_at', createdAt, now);
  refuseFaultySteps(steps, isActive);
}

function refuseOtherVersion(version: number, expected: number | undefined): void {
  if (expected === undefined || expected === version) return;
  throw new Problem('conflict', `The flow is at version ${version} by now, not at ${expected}.`);
}

function listKey(row: FlowRow): string[] {
  return [row.sort_name, row.id];
}

function toFlowDetailDto({ steps, ...row }: FlowDetailRow): FlowDetailDto {
  return Object.assign(toFlowDto(row), { steps });
}

function toFlowDto({ sort_name: _, ...row }: FlowRow): FlowDto {
  return {
    ...row,
    last_matched_at: row.last_matched_at?.toISOString() ?? null,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  };
}
