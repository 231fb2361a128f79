import { IsIn, IsOptional } from 'class-validator';

import { FLOW_SORTS, type FlowSort } from '@flowpilot/metrics';

import { WindowQueryDto } from './window-query.dto.js';

export class FlowQualityQueryDto extends WindowQueryDto {
  /** Descending, nulls last; `quality` when omitted. */
  @IsOptional()
  @IsIn(FLOW_SORTS)
  sort?: FlowSort;
}
