import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';

import { FlowQualityDto, FlowQualityQueryDto } from '@flowpilot/contracts';

import { type Actor, CurrentActor, RolesOrScope } from '../auth/index.js';
import { csvFile } from '../http/csv.js';
import { WindowService } from '../window/index.js';
import { FLOW_QUALITY_COLUMNS } from './flow-quality.csv.js';
import { FlowQualityService } from './flow-quality.service.js';

@ApiTags('analytics')
@Controller('analytics/flowpilot')
@RolesOrScope('analytics:read', 'team_admin')
export class FlowQualityController {
  constructor(
    private readonly windows: WindowService,
    private readonly flowQuality: FlowQualityService,
  ) {}

  @Get('flow-quality')
  async read(@CurrentActor() actor: Actor, @Query() query: FlowQualityQueryDto): Promise<FlowQualityDto> {
    return this.flowQuality.read(await this.windows.resolve(actor.accountId, query), query.sort);
  }

  /** A row an active flow, in the order asked for. */
  @Get('flow-quality.csv')
  @ApiProduces('text/csv')
  async export(@CurrentActor() actor: Actor, @Query() query: FlowQualityQueryDto): Promise<StreamableFile> {
    const window = await this.windows.resolve(actor.accountId, query);
    const { flows } = await this.flowQuality.read(window, query.sort);
    return csvFile('flow-quality', FLOW_QUALITY_COLUMNS, flows);
  }
}
