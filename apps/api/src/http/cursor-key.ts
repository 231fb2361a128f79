import { isInstant } from '@flowpilot/contracts';

import { isId } from './id.pipe.js';
import { decodeCursor } from './page.js';
import { Problem } from './problem.js';
import { isStorable } from './storable-text.js';

/** Where a page of a list by time begins: after this instant and id. @throws as `decodeCursor` */
export function timeCursor(cursor: string | undefined): readonly string[] | null {
  return cursorKey(cursor, isInstant);
}

/** Where a page of a list by name begins: after this name and id. @throws as `decodeCursor` */
export function nameCursor(cursor: string | undefined): readonly string[] | null {
  return cursorKey(cursor, isStorable);
}

/** A cursor is the client's to tamper with: what it holds must suit the columns it is compared with. */
function cursorKey(cursor: string | undefined, suits: (first: string) => boolean): readonly string[] | null {
  const key = decodeCursor(cursor, 2);
  if (key === null) return null;
  const [first = '', id = ''] = key;
  if (!suits(first) || !isId(id)) {
    throw Problem.invalid('cursor', 'cursor must be the next_cursor of a page of this list');
  }
  return key;
}
