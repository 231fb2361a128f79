import { Body, Controller, Get, HttpStatus, Post, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import {
  PsaActivityDto,
  PsaActivityFilterDto,
  PsaActivityPageDto,
  PsaActivityQueryDto,
  PsaActivitySumDto,
  RecordPsaActivityDto,
} from '@flowpilot/contracts';

import { type Actor, CurrentActor, Roles, RolesOrScope } from '../auth/index.js';
import { csvFile } from '../http/csv.js';
import { PSA_ACTIVITY_COLUMNS } from './psa-activity.csv.js';
import { PsaActivityService } from './psa-activity.service.js';

@ApiTags('psa')
@Controller()
export class PsaActivityController {
  constructor(private readonly activities: PsaActivityService) {}

  @Get('psa/activities')
  @Roles('team_admin')
  list(@CurrentActor() actor: Actor, @Query() query: PsaActivityQueryDto): Promise<PsaActivityPageDto> {
    return this.activities.list(actor, query);
  }

  @Get('psa/activities.csv')
  @ApiProduces('text/csv')
  @Roles('team_admin')
  async export(@CurrentActor() actor: Actor, @Query() filter: PsaActivityFilterDto): Promise<StreamableFile> {
    return csvFile('psa-activities', PSA_ACTIVITY_COLUMNS, await this.activities.every(actor, filter));
  }

  /** What the rows of the list add up to. */
  @Get('psa/activities/sum')
  @Roles('team_admin')
  sum(@CurrentActor() actor: Actor, @Query() filter: PsaActivityFilterDto): Promise<PsaActivitySumDto> {
    return this.activities.sum(actor, filter);
  }

  /** 201 the new activity, or 200 the stored one of a known pair of type and entry id. */
  @Post('psa/activities')
  @ApiCreatedResponse({ type: PsaActivityDto })
  @ApiOkResponse({ type: PsaActivityDto })
  @RolesOrScope('sessions:write', 'team_admin')
  async record(
    @CurrentActor() actor: Actor,
    @Body() body: RecordPsaActivityDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PsaActivityDto> {
    const { activity, isNew } = await this.activities.record(actor, body);
    reply.status(isNew ? HttpStatus.CREATED : HttpStatus.OK);
    return activity;
  }
}
