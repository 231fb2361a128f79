/** Which column orders a table, and which way. */
export interface ColumnSort<Column extends string> {
  readonly column: Column;
  readonly direction: Direction;
}

/** As `aria-sort` spells them. */
export type Direction = 'ascending' | 'descending';

/** The columns of a table, each with the direction that its first click takes; the first one orders it at first. */
export type SortableColumns<Column extends string> = Readonly<Record<Column, Direction>>;

/** Reads `?sort=usage&order=asc`; unknown words give the table's own order. */
export function readSort<Column extends string>(
  columns: SortableColumns<Column>,
  initial: NoInfer<Column>,
  sort: string | null,
  order: string | null,
): ColumnSort<Column> {
  const column = namesOf(columns).find((name) => name === sort) ?? initial;
  const direction = order === 'asc' ? 'ascending' : order === 'desc' ? 'descending' : columns[column];
  return { column, direction };
}

/** The query parameters of a sort; what goes without saying is null, which removes it from the address. */
export function sortParams<Column extends string>(
  columns: SortableColumns<Column>,
  initial: NoInfer<Column>,
  { column, direction }: ColumnSort<Column>,
): { sort: string | null; order: string | null } {
  const natural = direction === columns[column];
  return {
    sort: natural && column === initial ? null : column,
    order: natural ? null : direction === 'ascending' ? 'asc' : 'desc',
  };
}

/** What a click on a column's arrow asks for: its own direction first, then the other way round. */
export function sortAfterClick<Column extends string>(
  columns: SortableColumns<Column>,
  current: ColumnSort<Column>,
  column: Column,
): ColumnSort<Column> {
  if (current.column !== column) return { column, direction: columns[column] };
  return { column, direction: current.direction === 'ascending' ? 'descending' : 'ascending' };
}

/** Rows in order; missing values last whichever way, equal ones as they came. */
export function sortedRows<Row>(
  rows: readonly Row[],
  value: (row: Row) => number | string | null,
  direction: Direction,
): Row[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return [...rows].sort((a, b) => {
    const [left, right] = [value(a), value(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * compare(left, right);
  });
}

function compare(left: number | string, right: number | string): number {
  if (typeof left === 'string' && typeof right === 'string') return left.localeCompare(right);
  return Number(left) - Number(right);
}

function namesOf<Column extends string>(columns: SortableColumns<Column>): Column[] {
  return Object.keys(columns) as Column[];
}
