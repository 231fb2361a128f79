import { DEFAULT_PAGE_SIZE, type Page, type PageQueryDto } from '@flowpilot/contracts';

import { Problem } from './problem.js';

/** Rows to read for a page: one more than is shown, which tells whether another page follows. */
export function pageSize(query: PageQueryDto): number {
  return query.limit ?? DEFAULT_PAGE_SIZE;
}

/**
 * The page out of up to `pageSize(query) + 1` rows; `keyOf` gives the values of the list's order by which the
 * next page begins after the last row shown.
 */
export function toPage<Row, Item>(
  rows: readonly Row[],
  query: PageQueryDto,
  keyOf: (row: Row) => readonly string[],
  toItem: (row: Row) => Item,
): Page<Item> {
  const size = pageSize(query);
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return {
    items: shown.map(toItem),
    next_cursor: rows.length > size && last !== undefined ? encodeCursor(keyOf(last)) : null,
  };
}

function encodeCursor(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/**
 * The key after which the page begins, or null for the first page.
 *
 * @throws Problem `validation_failed` when the cursor is not one that a list of this key length gave.
 */
export function decodeCursor(cursor: string | undefined, length: number): string[] | null {
  if (cursor === undefined) return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(key) && key.length === length && key.every((part) => typeof part === 'string')) return key;
  } catch {
    // Falls through to the one answer for every unreadable cursor.
  }
  throw Problem.invalid('cursor', 'cursor must be the next_cursor of a page of this list');
}
