import type { FlowDto } from '@flowpilot/contracts';

import { csvBlob } from '../../ui/table/csv-text.js';

const HEADS = [
  'id',
  'name',
  'category',
  'tree_type',
  'is_active',
  'usage_count',
  'resolved_count',
  'success_rate',
  'last_matched_at',
  'version',
  'created_at',
  'updated_at',
];

/** The flows as a file, in the order given. */
export function flowCsv(flows: readonly FlowDto[]): Blob {
  return csvBlob(
    HEADS,
    flows.map((flow) => [
      flow.id,
      flow.name,
      flow.category,
      flow.tree_type,
      String(flow.is_active),
      flow.usage_count,
      flow.resolved_count,
      flow.success_rate,
      flow.last_matched_at,
      flow.version,
      flow.created_at,
      flow.updated_at,
    ]),
  );
}
