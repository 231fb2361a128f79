export type CsvValue = string | number | null;

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

function cell(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return value.toString();
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
