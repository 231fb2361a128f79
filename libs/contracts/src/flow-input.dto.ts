import { IsBoolean, IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

import { TREE_TYPES, type TreeType } from '@flowpilot/metrics';

import { IsInstant } from './instant.js';
import { MAX_DESCRIPTION_LENGTH, MAX_NAME_LENGTH } from './limits.js';
import { Omittable } from './omittable.js';

export class CreateFlowDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(MAX_NAME_LENGTH)
  name!: string;

  @IsIn(TREE_TYPES)
  tree_type!: TreeType;

  @IsOptional()
  @IsUUID('loose')
  category_id?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(MAX_DESCRIPTION_LENGTH)
  description?: string | null;

  /** True when omitted. */
  @Omittable()
  @IsBoolean()
  is_active?: boolean;

  /** When the flow was made, for imports; now when omitted. */
  @Omittable()
  @IsInstant()
  created_at?: string;
}

/** The fields given are changed; null clears. */
export class UpdateFlowDto {
  @Omittable()
  @IsString()
  @IsNotEmpty()
  @MaxLength(MAX_NAME_LENGTH)
  name?: string;

  @Omittable()
  @IsIn(TREE_TYPES)
  tree_type?: TreeType;

  @IsOptional()
  @IsUUID('loose')
  category_id?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(MAX_DESCRIPTION_LENGTH)
  description?: string | null;

  @Omittable()
  @IsBoolean()
  is_active?: boolean;

  @Omittable()
  @IsInstant()
  created_at?: string;
}
