import type { TreeType } from '@flowpilot/metrics';

export class CategoryDto {
  id!: string;
  name!: string;
}

export class FlowDto {
  id!: string;
  name!: string;
  tree_type!: TreeType;
  category_id!: string | null;
  description!: string | null;
  is_active!: boolean;
  version!: number;
  usage_count!: number;
  resolved_count!: number;
  success_rate!: number | null;
  last_matched_at!: string | null;
  created_at!: string;
  updated_at!: string;
}
