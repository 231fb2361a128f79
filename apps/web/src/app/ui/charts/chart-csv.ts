import { csvText } from '../table/csv-text.js';
import type { ChartTable } from './chart-content.js';

/** The figures of a chart as CSV, unrounded, a row a day. */
export function chartCsv({ rowHead, columns, rows }: ChartTable): string {
  const heads = [rowHead, ...columns.map(({ label }) => label)];
  return csvText(heads, rows.map(({ name, values }) => [name, ...values]));
}
