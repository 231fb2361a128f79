import type { FlowDto } from '@flowpilot/contracts';

import type { CsvColumn } from '../http/csv.js';

export const FLOW_COLUMNS: readonly CsvColumn<FlowDto>[] = [
  { header: 'id', value: (flow) => flow.id },
  { header: 'name', value: (flow) => flow.name },
  { header: 'tree_type', value: (flow) => flow.tree_type },
  { header: 'category_id', value: (flow) => flow.category_id },
  { header: 'category', value: (flow) => flow.category },
  { header: 'description', value: (flow) => flow.description },
  { header: 'is_active', value: (flow) => flow.is_active },
  { header: 'version', value: (flow) => flow.version },
  { header: 'usage_count', value: (flow) => flow.usage_count },
  { header: 'resolved_count', value: (flow) => flow.resolved_count },
  { header: 'success_rate', value: (flow) => flow.success_rate },
  { header: 'last_matched_at', value: (flow) => flow.last_matched_at },
  { header: 'created_at', value: (flow) => flow.created_at },
  { header: 'updated_at', value: (flow) => flow.updated_at },
];
