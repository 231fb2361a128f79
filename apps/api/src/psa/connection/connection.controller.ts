import { Body, Controller, Delete, Get, HttpCode, HttpStatus, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import {
  PsaConnectionDto,
  PsaConnectionInputDto,
  PsaConnectionTestDto,
  PsaMembersDto,
  PsaStatusesDto,
  PsaStatusQueryDto,
} from '@flowpilot/contracts';

import { type Actor, CurrentActor, Roles } from '../../auth/index.js';
import { ConnectionService } from './connection.service.js';

@ApiTags('psa')
@Controller('psa')
@Roles('team_admin')
export class ConnectionController {
  constructor(private readonly connections: ConnectionService) {}

  @Get('connection')
  find(@CurrentActor() actor: Actor): Promise<PsaConnectionDto> {
    return this.connections.find(actor.accountId);
  }

  @Put('connection')
  put(@CurrentActor() actor: Actor, @Body() body: PsaConnectionInputDto): Promise<PsaConnectionDto> {
    return this.connections.put(actor.accountId, body);
  }

  @Delete('connection')
  @HttpCode(HttpStatus.NO_CONTENT)
  delete(@CurrentActor() actor: Actor): Promise<void> {
    return this.connections.delete(actor.accountId);
  }

  /** Tries the connection in the body without storing it, or anything in the PSA. Secrets left out are those stored. */
  @Post('connection/test')
  @HttpCode(HttpStatus.OK)
  test(@CurrentActor() actor: Actor, @Body() body: PsaConnectionInputDto): Promise<PsaConnectionTestDto> {
    return this.connections.test(actor.accountId, body);
  }

  /** The PSA's active members, to map people to. */
  @Get('members')
  members(@CurrentActor() actor: Actor): Promise<PsaMembersDto> {
    return this.connections.members(actor.accountId);
  }

  /** The statuses that a ticket can be set to. */
  @Get('statuses')
  statuses(@CurrentActor() actor: Actor, @Query() query: PsaStatusQueryDto): Promise<PsaStatusesDto> {
    return this.connections.statuses(actor.accountId, query.ticket_id);
  }
}
