import { IntersectionType } from '@nestjs/swagger';
import { Equals, IsBoolean, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

import { MAX_NAME_LENGTH } from './limits.js';
import { PageQueryDto } from './page-query.dto.js';
import { ToBoolean } from './query-value.js';

/** Which flows to list; all of the account's when nothing is given. */
export class FlowFilterDto {
  @IsOptional()
  @ToBoolean()
  @IsBoolean()
  is_active?: boolean;

  @IsOptional()
  @IsUUID('loose')
  category_id?: string;

  /** Flows of no category. */
  @IsOptional()
  @ToBoolean()
  @Equals(true, { message: 'uncategorised must be true' })
  uncategorised?: true;

  /** A part of the name, in any case. */
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(MAX_NAME_LENGTH)
  @IsString()
  q?: string;
}

export class FlowQueryDto extends IntersectionType(FlowFilterDto, PageQueryDto) {}
