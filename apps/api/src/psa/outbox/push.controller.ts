import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';

import {
  DismissPushDto,
  PsaPushDto,
  PsaPushFilterDto,
  PsaPushPageDto,
  PsaPushQueryDto,
  PushRetryDto,
} from '@flowpilot/contracts';

import { type Actor, CurrentActor, Roles } from '../../auth/index.js';
import { csvFile } from '../../http/csv.js';
import { IdPipe } from '../../http/id.pipe.js';
import { PUSH_COLUMNS } from './push-answer.js';
import { PushListService } from './push-list.service.js';
import { PushMendingService } from './push-mending.service.js';

@ApiTags('psa')
@Controller('psa')
@Roles('team_admin')
export class PushController {
  constructor(
    private readonly pushes: PushListService,
    private readonly mending: PushMendingService,
  ) {}

  @Get('pushes')
  list(@CurrentActor() actor: Actor, @Query() query: PsaPushQueryDto): Promise<PsaPushPageDto> {
    return this.pushes.list(actor, query);
  }

  @Get('pushes.csv')
  @ApiProduces('text/csv')
  async export(@CurrentActor() actor: Actor, @Query() filter: PsaPushFilterDto): Promise<StreamableFile> {
    return csvFile('psa-pushes', PUSH_COLUMNS, await this.pushes.every(actor, filter));
  }

  /** Makes every failed push pending again. */
  @Post('pushes/retry')
  @HttpCode(HttpStatus.OK)
  retryAll(@CurrentActor() actor: Actor): Promise<PushRetryDto> {
    return this.mending.retryAll(actor);
  }

  @Get('pushes/:id')
  find(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<PsaPushDto> {
    return this.pushes.find(actor.accountId, id);
  }

  @Post('pushes/:id/retry')
  @HttpCode(HttpStatus.OK)
  retry(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<PsaPushDto> {
    return this.mending.retry(actor, id);
  }

  /** Gives the push up; later ones of its session are free to go. */
  @Post('pushes/:id/dismiss')
  @HttpCode(HttpStatus.OK)
  dismiss(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { reason }: DismissPushDto,
  ): Promise<PsaPushDto> {
    return this.mending.dismiss(actor, id, reason);
  }
}
