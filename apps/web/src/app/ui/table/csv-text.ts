export type CsvValue = string | number | boolean | null;

/**
 * Rows as CSV (RFC 4180) with a byte order mark for spreadsheets, as the server's files are. A text that a
 * spreadsheet would run as a formula is defused with an apostrophe.
 */
export function csvText(heads: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  const lines = [heads, ...rows].map((cells) => `${cells.map(cell).join(',')}\r\n`);
  return `\uFEFF${lines.join('')}`;
}

/** Such a text as a file. */
export function csvBlob(heads: readonly string[], rows: readonly (readonly CsvValue[])[]): Blob {
  return new Blob([csvText(heads, rows)], { type: 'text/csv;charset=utf-8' });
}

/** Rows of an answer as a file in the order given: every field under its name, lists with a space between. */
export function rowsCsv<Row extends { [Field in keyof Row]: CsvValue | readonly string[] }>(rows: readonly Row[]): Blob {
  const [first] = rows;
  const fields = first === undefined ? [] : (Object.keys(first) as (string & keyof Row)[]);
  return csvBlob(fields, rows.map((row) => fields.map((field) => flat(row[field]))));
}

function flat(value: CsvValue | readonly string[]): CsvValue {
  return typeof value === 'object' && value !== null ? value.join(' ') : value;
}

function cell(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
