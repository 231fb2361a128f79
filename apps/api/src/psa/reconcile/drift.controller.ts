import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';

import { DriftQueryDto, PsaDriftDto, PsaDriftEntryDto, PsaDriftPageDto, WindowQueryDto } from '@flowpilot/contracts';

import { type Actor, CurrentActor, Roles } from '../../auth/index.js';
import { csvFields, csvFile } from '../../http/csv.js';
import { DriftService } from './drift.service.js';

const COLUMNS = csvFields<PsaDriftEntryDto>(
  'activity_id',
  'session_id',
  'user_id',
  'psa_ticket_id',
  'psa_entry_id',
  'state',
  'pushed_hours',
  'present_hours',
  'created_at',
  'noticed_at',
);

@ApiTags('psa')
@Controller('psa')
@Roles('team_admin')
export class DriftController {
  constructor(private readonly drift: DriftService) {}

  /** The window's hours as pushed, against what the PSA now holds of them. */
  @Get('drift')
  totals(@CurrentActor() actor: Actor, @Query() query: WindowQueryDto): Promise<PsaDriftDto> {
    return this.drift.totals(actor, query);
  }

  /** The entries that make the difference. */
  @Get('drift/entries')
  list(@CurrentActor() actor: Actor, @Query() query: DriftQueryDto): Promise<PsaDriftPageDto> {
    return this.drift.list(actor, query);
  }

  @Get('drift/entries.csv')
  @ApiProduces('text/csv')
  async export(@CurrentActor() actor: Actor, @Query() query: WindowQueryDto): Promise<StreamableFile> {
    return csvFile('psa-drift', COLUMNS, await this.drift.every(actor, query));
  }
}
