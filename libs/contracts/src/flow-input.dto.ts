import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

import { MAX_FLOW_STEPS, TREE_TYPES, type TreeType } from '@flowpilot/metrics';

import { FlowStepDto } from './flow-steps.dto.js';
import { IsInstant } from './instant.js';
import { MAX_DESCRIPTION_LENGTH, MAX_NAME_LENGTH } from './limits.js';
import { Omittable } from './omittable.js';

export class CreateFlowDto {
  @IsNotEmpty()
  @MaxLength(MAX_NAME_LENGTH)
  @IsString()
  name!: string;

  @IsIn(TREE_TYPES)
  tree_type!: TreeType;

  @IsOptional()
  @IsUUID('loose')
  category_id?: string | null;

  @IsOptional()
  @MaxLength(MAX_DESCRIPTION_LENGTH)
  @IsString()
  description?: string | null;

  /** True when omitted. */
  @Omittable()
  @IsBoolean()
  is_active?: boolean;

  /**
   * The decision tree, its root first; none when omitted. Those of an active flow are whole: each place leads to a
   * step, each step is reached from the root, none leads back.
   */
  @Omittable()
  @ArrayMaxSize(MAX_FLOW_STEPS)
  @ValidateNested({ each: true })
  @Type(() => FlowStepDto)
  @IsArray()
  steps?: FlowStepDto[];

  /** When the flow was made, for imports; now when omitted. */
  @Omittable()
  @IsInstant()
  created_at?: string;
}

/** The fields given are changed; null clears. */
export class UpdateFlowDto {
  @Omittable()
  @IsNotEmpty()
  @MaxLength(MAX_NAME_LENGTH)
  @IsString()
  name?: string;

  @Omittable()
  @IsIn(TREE_TYPES)
  tree_type?: TreeType;

  @IsOptional()
  @IsUUID('loose')
  category_id?: string | null;

  @IsOptional()
  @MaxLength(MAX_DESCRIPTION_LENGTH)
  @IsString()
  description?: string | null;

  @Omittable()
  @IsBoolean()
  is_active?: boolean;

  /**
   * The decision tree, its root first. Those of an active flow are whole: each place leads to a
   * step, each step is reached from the root, none leads back.
   */
  @Omittable()
  @ArrayMaxSize(MAX_FLOW_STEPS)
  @ValidateNested({ each: true })
  @Type(() => FlowStepDto)
  @IsArray()
  steps?: FlowStepDto[];

  @Omittable()
  @IsInstant()
  created_at?: string;

  /** The version that the change is made on: 409 `conflict` when the flow is at another by now. */
  @Omittable()
  @Min(1)
  @IsInt()
  version?: number;
}
