import type { HttpClient } from '@angular/common/http';
import { firstValueFrom } from 'rxjs';

import type { Page } from '@flowpilot/contracts';

/** The largest page that lists give. */
export const LARGEST_PAGE = 200;

/**
 * The rows of a list of the API, page by page from the first; a page is read when it is asked for.
 * @param path below the API's base, without a query
 * @throws what HttpClient threw
 */
export async function* pagesOf<Item>(http: HttpClient, path: string, filters: Record<string, string> = {}): AsyncGenerator<readonly Item[]> {
  let cursor: string | null = null;
  do {
    const params: Record<string, string | number> = { ...filters, limit: LARGEST_PAGE, ...(cursor !== null && { cursor }) };
    const page: Page<Item> = await firstValueFrom(http.get<Page<Item>>(path, { params }));
    yield page.items;
    cursor = page.next_cursor;
  } while (cursor !== null);
}

/** All rows of a list that people keep short. */
export async function everyRow<Item>(http: HttpClient, path: string): Promise<Item[]> {
  const rows: Item[] = [];
  for await (const page of pagesOf<Item>(http, path)) rows.push(...page);
  return rows;
}
