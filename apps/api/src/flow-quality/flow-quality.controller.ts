import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';

import { FlowQualityDto, FlowQualityQueryDto } from '@flowpilot/contracts';

import { WindowReads } from '../analytics/window-reads.js';
import { type Actor, CurrentActor, RolesOrScope } from '../auth/index.js';
import { Conditional } from '../http/conditional.interceptor.js';
import { csvFile } from '../http/csv.js';
import { FLOW_QUALITY_COLUMNS } from './flow-quality.csv.js';
import { FlowQualityService } from './flow-quality.service.js';

@ApiTags('analytics')
@Controller('analytics/flowpilot')
@RolesOrScope('analytics:read', 'team_admin')
export class FlowQualityController {
  constructor(
    private readonly reads: WindowReads,
    private readonly flowQuality: FlowQualityService,
  ) {}

  @Get('flow-quality')
  @Conditional()
  read(@CurrentActor() actor: Actor, @Query() query: FlowQualityQueryDto): Promise<FlowQualityDto> {
    return this.reads.read('flow-quality', actor, query, (window) => this.flowQuality.read(window, query.sort));
  }

  /** A row an active flow, in the order asked for. */
  @Get('flow-quality.csv')
  @ApiProduces('text/csv')
  async export(@CurrentActor() actor: Actor, @Query() query: FlowQualityQueryDto): Promise<StreamableFile> {
    const { flows } = await this.read(actor, query);
    return csvFile('flow-quality', FLOW_QUALITY_COLUMNS, flows);
  }
}
