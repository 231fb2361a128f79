import type { TreeType } from '@flowpilot/metrics';

import type { Page } from './page.dto.js';

/** A documented troubleshooting procedure. Counts and rate are over its whole life. */
export class FlowDto {
  id!: string;
  name!: string;
  tree_type!: TreeType;
  category_id!: string | null;
  /** The category's name. */
  category!: string | null;
  description!: string | null;
  is_active!: boolean;
  /** Counts from 1; a change of name, category or type makes the next one. */
  version!: number;
  /** Sessions that are matched to it now. */
  usage_count!: number;
  /** Those of them that are resolved now. */
  resolved_count!: number;
  /** `resolved_count / usage_count`, 3 decimals, null without sessions. */
  success_rate!: number | null;
  /** The latest match that it ever had. */
  last_matched_at!: string | null;
  created_at!: string;
  updated_at!: string;
}

export class FlowPageDto implements Page<FlowDto> {
  items!: FlowDto[];
  next_cursor!: string | null;
}
