import { v7 as newId } from 'uuid';

import type { CreateFlowDto } from '@flowpilot/contracts';

import type { Actor } from '../../auth/index.js';
import type { CategoryService, FlowService } from '../../flows/index.js';
import type { FlowRecords, NewFlow } from '../mapping/flow-catalogue.js';

/** The categories and flows of an account in this database. */
export class AccountFlowRecords implements FlowRecords {
  constructor(
    private readonly categoryService: CategoryService,
    private readonly flowService: FlowService,
    private readonly actor: Actor,
  ) {}

  categories() {
    return this.categoryService.every(this.actor);
  }

  flows() {
    return this.flowService.every(this.actor, {});
  }

  async makeCategory(name: string): Promise<string> {
    return (await this.categoryService.create(this.actor, { name })).id;
  }

  async makeFlow(flow: NewFlow): Promise<string> {
    return (await this.flowService.create(this.actor, flowInput(flow))).id;
  }
}

/** As the account's, but nothing is made: a dry run. */
export class AssumedFlowRecords implements FlowRecords {
  /** Ids of the flows that would have been made. */
  readonly assumed = new Set<string>();

  constructor(
    private readonly records: FlowRecords,
    private readonly flowService: FlowService,
  ) {}

  categories() {
    return this.records.categories();
  }

  flows() {
    return this.records.flows();
  }

  makeCategory(): Promise<string> {
    return Promise.resolve(newId());
  }

  makeFlow(flow: NewFlow): Promise<string> {
    this.flowService.foresee(flowInput(flow));
    const id = newId();
    this.assumed.add(id);
    return Promise.resolve(id);
  }
}

function flowInput({ name, categoryId, createdAt }: NewFlow): CreateFlowDto {
  return { name, tree_type: 'troubleshooting', category_id: categoryId, created_at: createdAt.toISOString() };
}
