import type { FlowDto } from '@flowpilot/contracts';

import type { Explanation } from '../../ui/explain/explanation.js';
import { type ColumnSort, type SortableColumns, sortedRows } from '../../ui/table/column-sort.js';
import { TYPE_NAMES } from '../type-names.js';

export type FlowColumn = 'name' | 'category' | 'type' | 'sessions' | 'success' | 'last_match' | 'changed';

export const FLOW_COLUMNS: SortableColumns<FlowColumn> = {
  name: 'ascending',
  category: 'ascending',
  type: 'ascending',
  sessions: 'descending',
  success: 'descending',
  last_match: 'descending',
  changed: 'descending',
};

export interface FlowHead {
  readonly column: FlowColumn;
  readonly label: string;
  readonly numeric?: boolean;
  /** A phone shows it below the name, or leaves it out. */
  readonly wideOnly?: boolean;
  readonly explanation?: Explanation;
}

export const FLOW_HEADS: readonly FlowHead[] = [
  { column: 'name', label: 'Flow' },
  { column: 'category', label: 'Category', wideOnly: true },
  { column: 'type', label: 'Type', wideOnly: true },
  {
    column: 'sessions',
    label: 'Sessions',
    numeric: true,
    explanation: {
      title: 'Sessions',
      definition: 'How many sessions are matched to the flow now.',
      facts: [{ term: 'Over', value: 'Its whole life' }],
    },
  },
  {
    column: 'success',
    label: 'Resolved %',
    numeric: true,
    explanation: {
      title: 'Resolved',
      definition: 'The share of the sessions matched to the flow that are resolved now.',
      facts: [
        { term: 'Numerator', value: 'Resolved sessions' },
        { term: 'Denominator', value: 'All its sessions, open ones too' },
        { term: 'How sure', value: 'Its cell says where they are too few to be sure' },
        { term: 'Over', value: 'Its whole life' },
      ],
    },
  },
  {
    column: 'last_match',
    label: 'Last match',
    explanation: {
      title: 'Last match',
      definition: 'Local days since a session was last matched to the flow, whatever flow the session has now.',
      facts: [
        { term: 'Days', value: 'They end in the account’s time zone' },
        { term: 'Over', value: 'Its whole life' },
      ],
    },
  },
  { column: 'changed', label: 'Changed' },
];

const VALUES: Readonly<Record<FlowColumn, (flow: FlowDto) => number | string | null>> = {
  name: ({ name }) => name,
  category: ({ category }) => category,
  type: ({ tree_type: type }) => TYPE_NAMES[type],
  sessions: ({ usage_count: sessions }) => sessions,
  success: ({ usage_count: sessions, resolved_count: resolved }) => (sessions === 0 ? null : resolved / sessions),
  last_match: ({ last_matched_at: at }) => (at === null ? null : Date.parse(at)),
  changed: ({ updated_at: at }) => Date.parse(at),
};

/** Equal ones stand by name. */
export function orderedFlows(flows: readonly FlowDto[], { column, direction }: ColumnSort<FlowColumn>): FlowDto[] {
  const byName = sortedRows(flows, VALUES.name, column === 'name' ? direction : 'ascending');
  return column === 'name' ? byName : sortedRows(byName, VALUES[column], direction);
}
