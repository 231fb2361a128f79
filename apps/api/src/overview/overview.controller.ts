import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';

import { OverviewDto, WindowQueryDto } from '@flowpilot/contracts';

import { WindowReads } from '../analytics/window-reads.js';
import { type Actor, CurrentActor, RolesOrScope } from '../auth/index.js';
import { Conditional } from '../http/conditional.interceptor.js';
import { csvFile } from '../http/csv.js';
import { OVERVIEW_DAY_COLUMNS } from './overview.csv.js';
import { OverviewService } from './overview.service.js';

@ApiTags('analytics')
@Controller('analytics')
@RolesOrScope('analytics:read', 'team_admin')
export class OverviewController {
  constructor(
    private readonly reads: WindowReads,
    private readonly overview: OverviewService,
  ) {}

  @Get('flowpilot')
  @Conditional()
  read(@CurrentActor() actor: Actor, @Query() query: WindowQueryDto): Promise<OverviewDto> {
    return this.reads.read('overview', actor, query, (window) => this.overview.read(window));
  }

  /** A row a local day. */
  @Get('flowpilot.csv')
  @ApiProduces('text/csv')
  async export(@CurrentActor() actor: Actor, @Query() query: WindowQueryDto): Promise<StreamableFile> {
    const { daily } = await this.read(actor, query);
    return csvFile('overview', OVERVIEW_DAY_COLUMNS, daily);
  }
}
