import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';

import { OverviewDto, WindowQueryDto } from '@flowpilot/contracts';

import { type Actor, CurrentActor, RolesOrScope } from '../auth/index.js';
import { csvFile } from '../http/csv.js';
import { WindowService } from '../window/index.js';
import { OVERVIEW_DAY_COLUMNS } from './overview.csv.js';
import { OverviewService } from './overview.service.js';

@ApiTags('analytics')
@Controller('analytics')
@RolesOrScope('analytics:read', 'team_admin')
export class OverviewController {
  constructor(
    private readonly windows: WindowService,
    private readonly overview: OverviewService,
  ) {}

  @Get('flowpilot')
  async read(@CurrentActor() actor: Actor, @Query() query: WindowQueryDto): Promise<OverviewDto> {
    return this.overview.read(await this.windows.resolve(actor.accountId, query));
  }

  /** A row a local day. */
  @Get('flowpilot.csv')
  @ApiProduces('text/csv')
  async export(@CurrentActor() actor: Actor, @Query() query: WindowQueryDto): Promise<StreamableFile> {
    const { daily } = await this.overview.read(await this.windows.resolve(actor.accountId, query));
    return csvFile('overview', OVERVIEW_DAY_COLUMNS, daily);
  }
}
