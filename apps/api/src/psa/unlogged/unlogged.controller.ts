import { Body, Controller, Get, HttpCode, HttpStatus, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';

import {
  LoggedTimesDto,
  LogUnloggedTimeDto,
  UnloggedPageDto,
  UnloggedQueryDto,
  UnloggedSessionDto,
  WindowQueryDto,
} from '@flowpilot/contracts';

import { type Actor, CurrentActor, Roles } from '../../auth/index.js';
import { csvFields, csvFile } from '../../http/csv.js';
import { UnloggedService } from './unlogged.service.js';

const COLUMNS = csvFields<UnloggedSessionDto>(
  'session_id',
  'engineer',
  'client',
  'psa_ticket_id',
  'status',
  'opened_at',
  'closed_at',
  'minutes',
  'suggested_hours',
  'summary',
);

/** The sessions behind `unlogged_sessions`. */
@ApiTags('psa')
@Controller('psa')
@Roles('team_admin')
export class UnloggedController {
  constructor(private readonly unlogged: UnloggedService) {}

  @Get('unlogged')
  list(@CurrentActor() actor: Actor, @Query() query: UnloggedQueryDto): Promise<UnloggedPageDto> {
    return this.unlogged.list(actor, query);
  }

  @Get('unlogged.csv')
  @ApiProduces('text/csv')
  async export(@CurrentActor() actor: Actor, @Query() query: WindowQueryDto): Promise<StreamableFile> {
    return csvFile('unlogged-sessions', COLUMNS, await this.unlogged.every(actor, query));
  }

  /** Asks for a time entry of each session that has none; every entry is accepted or refused by itself. */
  @Post('unlogged/time-entries')
  @HttpCode(HttpStatus.ACCEPTED)
  log(@CurrentActor() actor: Actor, @Body() body: LogUnloggedTimeDto): Promise<LoggedTimesDto> {
    return this.unlogged.log(actor, body);
  }
}
