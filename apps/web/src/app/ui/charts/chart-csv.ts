import type { ChartTable } from './chart-content.js';

/** The figures of a chart as CSV (RFC 4180), unrounded, a row a day. */
export function chartCsv({ rowHead, columns, rows }: ChartTable): string {
  const lines = [[rowHead, ...columns.map(({ label }) => label)], ...rows.map(({ name, values }) => [name, ...values])];
  return lines.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
