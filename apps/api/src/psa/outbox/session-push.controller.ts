import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';

import {
  LogTimeDto,
  PageQueryDto,
  PostNoteDto,
  PsaPushDto,
  PsaPushPageDto,
  PsaStatusesDto,
  PushDraftDto,
  SetPsaStatusDto,
} from '@flowpilot/contracts';

import { type Actor, CurrentActor, RolesOrScope } from '../../auth/index.js';
import { csvFile } from '../../http/csv.js';
import { IdPipe } from '../../http/id.pipe.js';
import { SessionService } from '../../sessions/index.js';
import { ConnectionService } from '../connection/connection.service.js';
import { PUSH_COLUMNS } from './push-answer.js';
import { PushDraftService } from './push-draft.service.js';
import { PushListService } from './push-list.service.js';
import { PushRequestService } from './push-request.service.js';

/** What of a session is to reach the PSA. Accepted is not sent: the push tells how it stands. */
@ApiTags('psa')
@Controller('sessions/:id/psa')
export class SessionPushController {
  constructor(
    private readonly requests: PushRequestService,
    private readonly pushes: PushListService,
    private readonly drafts: PushDraftService,
    private readonly sessions: SessionService,
    private readonly connections: ConnectionService,
  ) {}

  @Get('pushes')
  @RolesOrScope('sessions:read', 'engineer', 'team_admin')
  list(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() query: PageQueryDto,
  ): Promise<PsaPushPageDto> {
    return this.pushes.ofSession(actor, id, query);
  }

  @Get('pushes.csv')
  @ApiProduces('text/csv')
  @RolesOrScope('sessions:read', 'engineer', 'team_admin')
  async export(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<StreamableFile> {
    return csvFile('session-pushes', PUSH_COLUMNS, await this.pushes.everyOfSession(actor, id));
  }

  /** What a note and a time entry are prefilled with. */
  @Get('draft')
  @RolesOrScope('sessions:read', 'engineer', 'team_admin')
  draft(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<PushDraftDto> {
    return this.drafts.draft(actor, id);
  }

  /** The statuses that the session's ticket can be set to, as the PSA has them. */
  @Get('statuses')
  @RolesOrScope('sessions:read', 'engineer', 'team_admin')
  async statuses(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<PsaStatusesDto> {
    const { psa_ticket_id: ticketId } = await this.sessions.get(actor, id);
    return ticketId === null ? { items: [] } : this.connections.statuses(actor.accountId, ticketId);
  }

  @Post('notes')
  @HttpCode(HttpStatus.ACCEPTED)
  @RolesOrScope('sessions:write', 'engineer', 'team_admin')
  postNote(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: PostNoteDto): Promise<PsaPushDto> {
    return this.requests.postNote(actor, id, body);
  }

  @Post('time-entries')
  @HttpCode(HttpStatus.ACCEPTED)
  @RolesOrScope('sessions:write', 'engineer', 'team_admin')
  logTime(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: LogTimeDto): Promise<PsaPushDto> {
    return this.requests.logTime(actor, id, body);
  }

  @Post('status')
  @HttpCode(HttpStatus.ACCEPTED)
  @RolesOrScope('sessions:write', 'engineer', 'team_admin')
  setStatus(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() body: SetPsaStatusDto,
  ): Promise<PsaPushDto> {
    return this.requests.setStatus(actor, id, body);
  }
}
