import { randomUUID } from 'node:crypto';

import type { CategoryDto, FlowDto, Page } from '@flowpilot/contracts';

import type { FlowRecords, NewFlow } from '../mapping/flow-catalogue.js';
import type { ApiClient, ApiRequest } from './api-client.js';

/** The categories and flows of a running server. */
export class RemoteFlowRecords implements FlowRecords {
  constructor(private readonly client: ApiClient) {}

  categories(): AsyncIterable<CategoryDto> {
    return this.everything('/categories');
  }

  flows(): AsyncIterable<FlowDto> {
    return this.everything('/flows');
  }

  makeCategory(name: string): Promise<string> {
    return this.make('/categories', { name });
  }

  makeFlow({ name, categoryId, createdAt }: NewFlow): Promise<string> {
    return this.make('/flows', {
      name,
      tree_type: 'troubleshooting',
      category_id: categoryId,
      created_at: createdAt.toISOString(),
    });
  }

  /** The key makes a repeated attempt answer with what the first one made. */
  private async make(path: string, body: ApiRequest['body']): Promise<string> {
    const headers = { 'idempotency-key': randomUUID() };
    return (await this.client.request<{ id: string }>({ method: 'POST', path, body, headers })).id;
  }

  private async *everything<Item>(path: string): AsyncGenerator<Item> {
    let cursor: string | null = null;
    do {
      const query: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page: Page<Item> = await this.client.request<Page<Item>>({ path: `${path}?limit=200${query}` });
      yield* page.items;
      cursor = page.next_cursor;
    } while (cursor !== null);
  }
}
