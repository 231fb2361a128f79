import type { RowsAddress } from '../rows/rows-address.js';

/** The figures behind a chart, for its table view and its CSV. */
export interface ChartTable {
  /** Heads the first column: "Day". */
  rowHead: string;
  columns: readonly ChartColumn[];
  rows: readonly ChartRow[];
}

export interface ChartColumn {
  label: string;
  format: (value: number) => string;
}

export interface ChartRow {
  /** As the CSV spells it: a local day is YYYY-MM-DD. */
  name: string;
  /** As the table shows it. */
  label: string;
  values: readonly number[];
  /** The rows behind each value. */
  rows?: readonly RowsAddress[];
}

export interface LegendItem {
  label: string;
  /** A CSS colour, `var(--…)` included. */
  colour: string;
  total?: string;
  /** The rows behind the total. */
  rows?: RowsAddress;
  /** Drawn as a line in the chart, so keyed by one. */
  line?: boolean;
}
