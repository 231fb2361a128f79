import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';

import { PsaMetricsDto, WindowQueryDto } from '@flowpilot/contracts';

import { type Actor, CurrentActor, RolesOrScope } from '../auth/index.js';
import { csvFile } from '../http/csv.js';
import { WindowService } from '../window/index.js';
import { PSA_DAY_COLUMNS } from './psa-activity.csv.js';
import { PsaActivityReadService } from './psa-activity.service.js';

@ApiTags('analytics')
@Controller('analytics/flowpilot')
@RolesOrScope('analytics:read', 'team_admin')
export class PsaActivityController {
  constructor(
    private readonly windows: WindowService,
    private readonly psaActivity: PsaActivityReadService,
  ) {}

  @Get('psa-metrics')
  async read(@CurrentActor() actor: Actor, @Query() query: WindowQueryDto): Promise<PsaMetricsDto> {
    return this.psaActivity.read(await this.windows.resolve(actor.accountId, query));
  }

  /** A row a local day. */
  @Get('psa-metrics.csv')
  @ApiProduces('text/csv')
  async export(@CurrentActor() actor: Actor, @Query() query: WindowQueryDto): Promise<StreamableFile> {
    const window = await this.windows.resolve(actor.accountId, query);
    const { daily_trend } = await this.psaActivity.read(window);
    return csvFile('psa-metrics', PSA_DAY_COLUMNS, daily_trend);
  }
}
