import { randomUUID } from 'node:crypto';

import type { CategoryDto, FlowDto, Page } from '@flowpilot/contracts';
import { collapseWhiteSpace, domainKey } from '@flowpilot/metrics';

import { flowKey, type FlowTally } from '../mapping/flow-selection.js';
import type { ApiClient, ApiRequest } from './api-client.js';

export interface FlowCatalogue {
  /** Ids by `flowKey`. */
  ids: ReadonlyMap<string, string>;
  madeCategories: number;
  madeFlows: number;
}

/** Finds the flows of an import in the account, and makes those that are missing, with their categories. */
export async function ensureFlows(
  client: ApiClient,
  wanted: readonly FlowTally[],
  onFlow: (done: number) => void,
): Promise<FlowCatalogue> {
  const categories = await ensureCategories(client, wanted);
  const ids = await knownFlows(client, categories.ids);
  let madeFlows = 0;
  for (const [index, flow] of wanted.entries()) {
    onFlow(index);
    if (ids.has(flow.key)) continue;
    ids.set(flow.key, await makeFlow(client, flow, categories.ids.get(domainKey(flow.category ?? ''))));
    madeFlows += 1;
  }
  return { ids, madeFlows, madeCategories: categories.made };
}

async function ensureCategories(client: ApiClient, wanted: readonly FlowTally[]) {
  const ids = new Map<string, string>();
  for (const { id, name } of await everything<CategoryDto>(client, '/categories')) ids.set(domainKey(name), id);
  let made = 0;
  for (const { category } of wanted) {
    if (category === null || ids.has(domainKey(category))) continue;
    const { id } = await make<CategoryDto>(client, '/categories', { name: collapseWhiteSpace(category) });
    ids.set(domainKey(category), id);
    made += 1;
  }
  return { ids, made };
}

async function knownFlows(client: ApiClient, categories: ReadonlyMap<string, string>): Promise<Map<string, string>> {
  const keys = new Map([...categories].map(([key, id]) => [id, key]));
  const ids = new Map<string, string>();
  for (const { id, name, category_id } of await everything<FlowDto>(client, '/flows')) {
    ids.set(flowKey({ name, category: category_id === null ? null : (keys.get(category_id) ?? null) }), id);
  }
  return ids;
}

/** A flow is as old as the first session that names it, so that it is not taken for a fresh one. */
async function makeFlow(client: ApiClient, flow: FlowTally, categoryId: string | undefined): Promise<string> {
  const { id } = await make<FlowDto>(client, '/flows', {
    name: flow.name,
    tree_type: 'troubleshooting',
    category_id: categoryId,
    created_at: new Date(flow.earliest).toISOString(),
  });
  return id;
}

/** The key makes a repeated attempt answer with what the first one made. */
function make<Made>(client: ApiClient, path: string, body: ApiRequest['body']): Promise<Made> {
  return client.request<Made>({ method: 'POST', path, body, headers: { 'idempotency-key': randomUUID() } });
}

async function everything<Item>(client: ApiClient, path: string): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const query: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page: Page<Item> = await client.request<Page<Item>>({ path: `${path}?limit=200${query}` });
    items.push(...page.items);
    cursor = page.next_cursor;
  } while (cursor !== null);
  return items;
}
