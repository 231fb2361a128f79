import type { CoverageRowDto } from '@flowpilot/contracts';

import { type ColumnSort, type SortableColumns, sortedRows } from '../../ui/table/column-sort.js';

export type CoverageColumn = 'domain' | 'flows' | 'sessions' | 'resolution' | 'escalation' | 'guided' | 'median';

export const COVERAGE_COLUMNS: SortableColumns<CoverageColumn> = {
  domain: 'ascending',
  flows: 'descending',
  sessions: 'descending',
  resolution: 'descending',
  escalation: 'descending',
  guided: 'descending',
  median: 'descending',
};

/** The heads in reading order; `place` are the classes of the column. */
export const COVERAGE_HEADS: readonly { column: CoverageColumn; label: string; place: string }[] = [
  { column: 'domain', label: 'Domain', place: '' },
  { column: 'flows', label: 'Flows', place: 'num fl' },
  { column: 'sessions', label: 'Sessions', place: 'num sess' },
  { column: 'resolution', label: 'Resolution %', place: 'num rate' },
  { column: 'escalation', label: 'Escalation %', place: 'num rate' },
  { column: 'guided', label: 'Guided %', place: 'num rate' },
  { column: 'median', label: 'Median', place: 'num' },
];

/** Domains in the order asked for, on exact shares; ties as the server ordered them: most sessions, then name. */
export function orderedDomains(
  domains: readonly CoverageRowDto[],
  { column, direction }: ColumnSort<CoverageColumn>,
): CoverageRowDto[] {
  return sortedRows(domains, VALUES[column], direction);
}

const VALUES: Record<CoverageColumn, (row: CoverageRowDto) => number | string | null> = {
  domain: (row) => row.domain,
  flows: (row) => row.flow_count,
  sessions: (row) => row.session_count,
  resolution: (row) => share(row.resolved, row.session_count),
  escalation: (row) => share(row.escalated, row.session_count),
  guided: (row) => share(row.guided, row.session_count),
  median: (row) => row.median_resolution_minutes,
};

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
