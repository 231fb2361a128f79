import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  HttpStatus,
  Param,
  Patch,
  Post,
  Query,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import {
  CountDto,
  RecordSessionDto,
  SessionDto,
  SessionFilterDto,
  SessionPageDto,
  SessionQueryDto,
  SessionTimelineDto,
  UpdateSessionDto,
} from '@flowpilot/contracts';

import { type Actor, CurrentActor, Roles, RolesOrScope } from '../auth/index.js';
import { csvFile } from '../http/csv.js';
import { IdPipe } from '../http/id.pipe.js';
import { SessionListService } from './reading/session-list.service.js';
import { SessionTimelineService } from './reading/session-timeline.service.js';
import { SESSION_CSV_COLUMNS } from './reading/session.csv.js';
import { SessionService } from './session.service.js';

@ApiTags('sessions')
@Controller()
export class SessionController {
  constructor(
    private readonly sessions: SessionService,
    private readonly lists: SessionListService,
    private readonly timelines: SessionTimelineService,
  ) {}

  @Get('sessions')
  @RolesOrScope('sessions:read', 'engineer', 'team_admin')
  list(@CurrentActor() actor: Actor, @Query() query: SessionQueryDto): Promise<SessionPageDto> {
    return this.lists.list(actor, query);
  }

  @Get('sessions.csv')
  @ApiProduces('text/csv')
  @RolesOrScope('sessions:read', 'engineer', 'team_admin')
  async export(@CurrentActor() actor: Actor, @Query() filter: SessionFilterDto): Promise<StreamableFile> {
    return csvFile('sessions', SESSION_CSV_COLUMNS, await this.lists.every(actor, filter));
  }

  /** How many rows the list has. */
  @Get('sessions/count')
  @RolesOrScope('sessions:read', 'engineer', 'team_admin')
  count(@CurrentActor() actor: Actor, @Query() filter: SessionFilterDto): Promise<CountDto> {
    return this.lists.count(actor, filter);
  }

  /** 201 a new session; 200 one that was known by its id or reference. */
  @Post('sessions')
  @ApiCreatedResponse({ type: SessionDto })
  @ApiOkResponse({ type: SessionDto })
  @RolesOrScope('sessions:write', 'engineer', 'team_admin')
  async record(
    @CurrentActor() actor: Actor,
    @Body() body: RecordSessionDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    const { isNew, session } = await this.sessions.record(actor, body);
    reply.status(isNew ? HttpStatus.CREATED : HttpStatus.OK);
    return session;
  }

  @Get('sessions/:id')
  @Roles('engineer', 'team_admin')
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<SessionDto> {
    return this.sessions.get(actor, id);
  }

  /** What happened to it, and what reached the PSA for it. */
  @Get('sessions/:id/timeline')
  @Roles('engineer', 'team_admin')
  timeline(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<SessionTimelineDto> {
    return this.timelines.of(actor, id);
  }

  @Patch('sessions/:id')
  @Roles('engineer', 'team_admin')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() body: UpdateSessionDto,
  ): Promise<SessionDto> {
    return this.sessions.update(actor, id, body);
  }

  @Delete('sessions/:id')
  @HttpCode(HttpStatus.NO_CONTENT)
  @Roles('team_admin')
  remove(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.sessions.remove(actor, id);
  }
}
