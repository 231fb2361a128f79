import type { ConnectedAccount } from '../connected-account.js';

/** All items of a list, page by page. */
export async function everyItem<Item>(account: ConnectedAccount, url: string): Promise<Item[]> {
  const items: Item[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: { items: Item[]; next_cursor: string | null } = (
      await account.send<{ items: Item[]; next_cursor: string | null }>('GET', `${url}?limit=200${cursor && `&cursor=${cursor}`}`)
    ).body;
    items.push(...page.items);
    cursor = page.next_cursor;
  }
  return items;
}
