import { Readable } from 'node:stream';

import { StreamableFile } from '@nestjs/common';

export type CsvValue = string | number | boolean | null | undefined;

export interface CsvColumn<Row> {
  header: string;
  value(row: Row): CsvValue;
}

/** Columns that show fields of a row under the fields' own names. */
export function csvFields<Row extends { [Field in keyof Row]: CsvValue }>(
  ...fields: readonly (string & keyof Row)[]
): CsvColumn<Row>[] {
  return fields.map((field) => ({ header: field, value: (row) => row[field] }));
}

/** RFC 4180, streamed row by row, with a header line and a byte order mark for spreadsheets. */
export function csvFile<Row>(
  name: string,
  columns: readonly CsvColumn<Row>[],
  rows: Iterable<Row> | AsyncIterable<Row>,
): StreamableFile {
  return new StreamableFile(Readable.from(csvLines(columns, rows), { objectMode: false }), {
    type: 'text/csv; charset=utf-8',
    disposition: `attachment; filename="${name}.csv"`,
  });
}

async function* csvLines<Row>(
  columns: readonly CsvColumn<Row>[],
  rows: Iterable<Row> | AsyncIterable<Row>,
): AsyncGenerator<string> {
  yield `\uFEFF${columns.map((column) => csvCell(column.header)).join(',')}\r\n`;
  for await (const row of rows) yield `${columns.map((column) => csvCell(column.value(row))).join(',')}\r\n`;
}

/** One cell. A text that a spreadsheet would run as a formula is defused with an apostrophe. */
export function csvCell(value: CsvValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
