import { collapseWhiteSpace, domainKey } from '@flowpilot/metrics';

import { flowKey, type FlowTally } from './flow-selection.js';

/** By `flowKey`. */
export type FlowIds = ReadonlyMap<string, string>;

export interface NewFlow {
  name: string;
  categoryId: string | undefined;
  createdAt: Date;
}

/** The account's categories and flows, wherever the import reaches them from. */
export interface FlowRecords {
  categories(): AsyncIterable<{ id: string; name: string }>;
  flows(): AsyncIterable<{ id: string; name: string; category_id: string | null }>;
  /** Answers the id. */
  makeCategory(name: string): Promise<string>;
  /** Answers the id. */
  makeFlow(flow: NewFlow): Promise<string>;
}

/** Finds the flows of an import in the account, and makes those that are missing, with their categories. */
export async function ensureFlows(
  records: FlowRecords,
  wanted: readonly FlowTally[],
  onFlow: (done: number) => void | Promise<void>,
): Promise<FlowIds> {
  const categories = await ensureCategories(records, wanted);
  const ids = await knownFlows(records, categories);
  for (const [index, flow] of wanted.entries()) {
    await onFlow(index);
    if (ids.has(flow.key)) continue;
    // A flow is as old as the first session that names it, so that it is not taken for a fresh one.
    const createdAt = new Date(flow.earliest);
    const categoryId = categories.get(domainKey(flow.category ?? ''));
    ids.set(flow.key, await records.makeFlow({ name: flow.name, categoryId, createdAt }));
  }
  return ids;
}

async function ensureCategories(records: FlowRecords, wanted: readonly FlowTally[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for await (const { id, name } of records.categories()) ids.set(domainKey(name), id);
  for (const { category } of wanted) {
    if (category === null || ids.has(domainKey(category))) continue;
    ids.set(domainKey(category), await records.makeCategory(collapseWhiteSpace(category)));
  }
  return ids;
}

async function knownFlows(records: FlowRecords, categories: ReadonlyMap<string, string>): Promise<Map<string, string>> {
  const keys = new Map([...categories].map(([key, id]) => [id, key]));
  const ids = new Map<string, string>();
  for await (const { id, name, category_id } of records.flows()) {
    ids.set(flowKey({ name, category: category_id === null ? null : (keys.get(category_id) ?? null) }), id);
  }
  return ids;
}
