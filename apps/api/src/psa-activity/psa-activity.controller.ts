import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';

import { PsaMetricsDto, WindowQueryDto } from '@flowpilot/contracts';

import { WindowReads } from '../analytics/window-reads.js';
import { type Actor, CurrentActor, RolesOrScope } from '../auth/index.js';
import { Conditional } from '../http/conditional.interceptor.js';
import { csvFile } from '../http/csv.js';
import { PSA_DAY_COLUMNS } from './psa-activity.csv.js';
import { PsaActivityReadService } from './psa-activity.service.js';

@ApiTags('analytics')
@Controller('analytics/flowpilot')
@RolesOrScope('analytics:read', 'team_admin')
export class PsaActivityController {
  constructor(
    private readonly reads: WindowReads,
    private readonly psaActivity: PsaActivityReadService,
  ) {}

  @Get('psa-metrics')
  @Conditional()
  read(@CurrentActor() actor: Actor, @Query() query: WindowQueryDto): Promise<PsaMetricsDto> {
    return this.reads.read('psa-metrics', actor, query, (window) => this.psaActivity.read(window));
  }

  /** A row a local day. */
  @Get('psa-metrics.csv')
  @ApiProduces('text/csv')
  async export(@CurrentActor() actor: Actor, @Query() query: WindowQueryDto): Promise<StreamableFile> {
    const { daily_trend } = await this.read(actor, query);
    return csvFile('psa-metrics', PSA_DAY_COLUMNS, daily_trend);
  }
}
