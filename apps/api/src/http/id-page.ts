import type { PageQueryDto } from '@flowpilot/contracts';

import { everyRow } from './every-row.js';
import { isId } from './id.pipe.js';
import { decodeCursor, pageSize } from './page.js';
import { Problem } from './problem.js';

const CSV_CHUNK = 500;

/** The part of a list ordered by id that a query reads: ids after `after`, `limit` rows at most. */
export interface IdRange {
  after: string | null;
  limit: number;
}

/** @throws Problem `validation_failed` for a cursor that no such list gave */
export function idRange(query: PageQueryDto): IdRange {
  const after = decodeCursor(query.cursor, 1)?.[0] ?? null;
  if (after !== null && !isId(after)) {
    throw Problem.invalid('cursor', 'cursor must be the next_cursor of a page of this list');
  }
  return { after, limit: pageSize(query) + 1 };
}

/** Every row of such a list, read in chunks as they are consumed. */
export function everyRowById<Row extends { id: string }>(
  read: (range: IdRange) => Promise<Row[]>,
): AsyncGenerator<Row> {
  return everyRow<Row>((last) => read({ after: last?.id ?? null, limit: CSV_CHUNK }));
}
