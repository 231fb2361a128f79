import { IsInt, Min } from 'class-validator';

import type { TreeType } from '@flowpilot/metrics';

import { FlowStepDto } from './flow-steps.dto.js';
import { Omittable } from './omittable.js';
import { OptionalBody } from './optional-body.js';
import type { Page } from './page.dto.js';

/** Who made a version. */
export class VersionAuthorDto {
  kind!: 'user' | 'api_key';
  id!: string;
  name!: string;
}

/** What a flow was from one change to the next. */
export class FlowVersionDto {
  version!: number;
  name!: string;
  tree_type!: TreeType;
  category_id!: string | null;
  /** The category's name; null without one, or when it exists no more. */
  category!: string | null;
  step_count!: number;
  /** Null when the product itself made it. */
  created_by!: VersionAuthorDto | null;
  created_at!: string;
}

export class FlowVersionDetailDto extends FlowVersionDto {
  steps!: FlowStepDto[];
}

export class FlowVersionPageDto implements Page<FlowVersionDto> {
  items!: FlowVersionDto[];
  next_cursor!: string | null;
}

@OptionalBody()
export class RestoreVersionDto {
  /** The version that the flow is thought to be at: 409 `conflict` when it is at another. */
  @Omittable()
  @Min(1)
  @IsInt()
  version?: number;
}
