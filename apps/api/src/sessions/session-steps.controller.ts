import { Body, Controller, HttpCode, HttpStatus, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { MatchSessionDto, SessionDto, SessionTransitionDto } from '@flowpilot/contracts';

import { type Actor, CurrentActor, RolesOrScope } from '../auth/index.js';
import { IdPipe } from '../http/id.pipe.js';
import { SessionService } from './session.service.js';

/** What happens to a session, step by step. */
@ApiTags('sessions')
@Controller('sessions/:id')
@RolesOrScope('sessions:write', 'engineer', 'team_admin')
export class SessionStepsController {
  constructor(private readonly sessions: SessionService) {}

  @Post('match')
  @HttpCode(HttpStatus.OK)
  match(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() body: MatchSessionDto,
  ): Promise<SessionDto> {
    return this.sessions.match(actor, id, body);
  }

  @Post('resolve')
  @HttpCode(HttpStatus.OK)
  resolve(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() body: SessionTransitionDto,
  ): Promise<SessionDto> {
    return this.sessions.transition(actor, id, 'resolved', body);
  }

  @Post('escalate')
  @HttpCode(HttpStatus.OK)
  escalate(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() body: SessionTransitionDto,
  ): Promise<SessionDto> {
    return this.sessions.transition(actor, id, 'escalated', body);
  }

  @Post('abandon')
  @HttpCode(HttpStatus.OK)
  abandon(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() body: SessionTransitionDto,
  ): Promise<SessionDto> {
    return this.sessions.transition(actor, id, 'abandoned', body);
  }

  @Post('reopen')
  @HttpCode(HttpStatus.OK)
  reopen(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() body: SessionTransitionDto,
  ): Promise<SessionDto> {
    return this.sessions.transition(actor, id, 'active', body);
  }
}
