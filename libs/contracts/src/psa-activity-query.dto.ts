import { IntersectionType } from '@nestjs/swagger';
import { Equals, IsIn, IsOptional } from 'class-validator';

import { PSA_ACTIVITY_TYPES, type PsaActivityType } from '@flowpilot/metrics';

import { PageQueryDto } from './page-query.dto.js';
import { ToBoolean } from './query-value.js';
import { ComparedWindowQueryDto } from './window-query.dto.js';

/** Which activities of the window to list: those that every parameter given admits. */
export class PsaActivityFilterDto extends ComparedWindowQueryDto {
  @IsOptional()
  @IsIn(PSA_ACTIVITY_TYPES)
  activity_type?: PsaActivityType;

  /** Activities of no session. */
  @IsOptional()
  @ToBoolean()
  @Equals(true, { message: 'unattributed must be true' })
  unattributed?: true;
}

export class PsaActivityQueryDto extends IntersectionType(PsaActivityFilterDto, PageQueryDto) {}
