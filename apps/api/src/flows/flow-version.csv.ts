import type { FlowVersionDto } from '@flowpilot/contracts';

import type { CsvColumn } from '../http/csv.js';

export const FLOW_VERSION_COLUMNS: readonly CsvColumn<FlowVersionDto>[] = [
  { header: 'version', value: (version) => version.version },
  { header: 'name', value: (version) => version.name },
  { header: 'tree_type', value: (version) => version.tree_type },
  { header: 'category_id', value: (version) => version.category_id },
  { header: 'category', value: (version) => version.category },
  { header: 'step_count', value: (version) => version.step_count },
  { header: 'created_by_kind', value: (version) => version.created_by?.kind },
  { header: 'created_by_id', value: (version) => version.created_by?.id },
  { header: 'created_by_name', value: (version) => version.created_by?.name },
  { header: 'created_at', value: (version) => version.created_at },
];
