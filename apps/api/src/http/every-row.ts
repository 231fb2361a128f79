/**
 * Every row of a list that is read by key, page by page as the rows are consumed, so that memory stays flat.
 * `readAfter` answers the rows that follow the given one, or the first ones; none at the end.
 */
export async function* everyRow<Row>(readAfter: (last: Row | null) => Promise<Row[]>): AsyncGenerator<Row> {
  let last: Row | null = null;
  for (;;) {
    const rows: Row[] = await readAfter(last);
    yield* rows;
    const end = rows.at(-1);
    if (end === undefined) return;
    last = end;
  }
}
