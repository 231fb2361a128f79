import type { FlowQualityRowDto } from '@flowpilot/contracts';
import { byNameThenId, qualityScore, toNumber } from '@flowpilot/metrics';

import { type ColumnSort, type SortableColumns, sortedRows } from '../../ui/table/column-sort.js';

export type FlowColumn = 'name' | 'usage' | 'success_rate' | 'last_used' | 'confidence' | 'quality';

export const FLOW_COLUMNS: SortableColumns<FlowColumn> = {
  name: 'ascending',
  usage: 'descending',
  success_rate: 'descending',
  last_used: 'descending',
  confidence: 'descending',
  quality: 'descending',
};

/** The heads in reading order; `place` are the classes of the column. */
export const FLOW_HEADS: readonly { column: FlowColumn; label: string; place: string }[] = [
  { column: 'name', label: 'Flow', place: '' },
  { column: 'usage', label: 'Usage', place: 'num usage' },
  { column: 'success_rate', label: 'Success rate %', place: 'success' },
  { column: 'last_used', label: 'Last used', place: 'last' },
  { column: 'confidence', label: 'Avg confidence', place: 'num confidence' },
  { column: 'quality', label: 'Quality score', place: 'quality' },
];

/** Flows in the order asked for, on exact shares and scores; ties by name, then id. */
export function orderedFlows(
  flows: readonly FlowQualityRowDto[],
  { column, direction }: ColumnSort<FlowColumn>,
): FlowQualityRowDto[] {
  return sortedRows([...flows].sort(byName), VALUES[column], direction);
}

const byName = byNameThenId<FlowQualityRowDto>(
  (flow) => flow.name,
  (flow) => flow.flow_id,
);

const VALUES: Record<FlowColumn, (flow: FlowQualityRowDto) => number | string | null> = {
  name: (flow) => flow.name,
  usage: (flow) => flow.usage_count,
  success_rate: exactSuccess,
  // The latest is the greatest.
  last_used: ({ days_since_last_match: days }) => (days === null ? null : -days),
  confidence: (flow) => flow.avg_confidence,
  quality: exactQuality,
};

/** Resolved of all sessions, unrounded; null without any. */
export function exactSuccess({ resolved, usage_count }: FlowQualityRowDto): number | null {
  return usage_count === 0 ? null : resolved / usage_count;
}

/** The quality score, unrounded, 0 to 1. */
export function exactQuality(flow: FlowQualityRowDto): number {
  return toNumber(
    qualityScore({
      usageCount: flow.usage_count,
      resolved: flow.resolved,
      guided: flow.guided,
      daysSinceLastMatch: flow.days_since_last_match,
    }),
  );
}
