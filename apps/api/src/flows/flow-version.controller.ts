import {
  Body,
  Controller,
  Get,
  HttpCode,
  HttpStatus,
  Param,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import {
  FlowDetailDto,
  FlowVersionDetailDto,
  FlowVersionPageDto,
  PageQueryDto,
  RestoreVersionDto,
} from '@flowpilot/contracts';

import { type Actor, CurrentActor, RolesOrScope } from '../auth/index.js';
import { csvFile } from '../http/csv.js';
import { IdPipe } from '../http/id.pipe.js';
import { FLOW_VERSION_COLUMNS } from './flow-version.csv.js';
import { FlowVersionService } from './flow-version.service.js';
import { VersionPipe } from './version.pipe.js';

@ApiTags('flows')
@Controller('flows/:id')
export class FlowVersionController {
  constructor(private readonly versions: FlowVersionService) {}

  @Get('versions')
  @RolesOrScope('flows:read', 'engineer', 'team_admin')
  list(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() query: PageQueryDto,
  ): Promise<FlowVersionPageDto> {
    return this.versions.list(actor, id, query);
  }

  @Get('versions.csv')
  @RolesOrScope('flows:read', 'engineer', 'team_admin')
  async export(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<StreamableFile> {
    return csvFile('flow-versions', FLOW_VERSION_COLUMNS, await this.versions.every(actor, id));
  }

  @Get('versions/:version')
  @RolesOrScope('flows:read', 'engineer', 'team_admin')
  get(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('version', VersionPipe) version: number,
  ): Promise<FlowVersionDetailDto> {
    return this.versions.get(actor, id, version);
  }

  @Post('versions/:version/restore')
  @HttpCode(HttpStatus.OK)
  @RolesOrScope('flows:write', 'team_admin')
  restore(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('version', VersionPipe) version: number,
    @Body() body: RestoreVersionDto,
  ): Promise<FlowDetailDto> {
    return this.versions.restore(actor, id, version, body);
  }
}
