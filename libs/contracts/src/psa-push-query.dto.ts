import { IntersectionType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';

import { PUSH_KINDS, type PushKind, PUSH_STATES, type PushState } from '@flowpilot/metrics';

import { PageQueryDto } from './page-query.dto.js';
import { ToList } from './query-value.js';
import { WindowQueryDto } from './window-query.dto.js';

/** Which pushes to list: those that every parameter given admits. Without a window, of all time. */
export class PsaPushFilterDto extends WindowQueryDto {
  /** Repeat the name for several. */
  @IsOptional()
  @ToList()
  @IsIn(PUSH_STATES, { each: true })
  status?: PushState[];

  @IsOptional()
  @IsIn(PUSH_KINDS)
  kind?: PushKind;

  @IsOptional()
  @IsUUID('loose')
  session_id?: string;
}

export class PsaPushQueryDto extends IntersectionType(PsaPushFilterDto, PageQueryDto) {}
