import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';

import { CoverageDto, WindowQueryDto } from '@flowpilot/contracts';

import { WindowReads } from '../analytics/window-reads.js';
import { type Actor, CurrentActor, RolesOrScope } from '../auth/index.js';
import { Conditional } from '../http/conditional.interceptor.js';
import { csvFile } from '../http/csv.js';
import { COVERAGE_COLUMNS } from './coverage.csv.js';
import { CoverageService } from './coverage.service.js';

@ApiTags('analytics')
@Controller('analytics/flowpilot')
@RolesOrScope('analytics:read', 'team_admin')
export class CoverageController {
  constructor(
    private readonly reads: WindowReads,
    private readonly coverage: CoverageService,
  ) {}

  @Get('coverage')
  @Conditional()
  read(@CurrentActor() actor: Actor, @Query() query: WindowQueryDto): Promise<CoverageDto> {
    return this.reads.read('coverage', actor, query, (window) => this.coverage.read(window));
  }

  /** A row a domain. */
  @Get('coverage.csv')
  @ApiProduces('text/csv')
  async export(@CurrentActor() actor: Actor, @Query() query: WindowQueryDto): Promise<StreamableFile> {
    const { domains } = await this.read(actor, query);
    return csvFile('coverage', COVERAGE_COLUMNS, domains);
  }
}
