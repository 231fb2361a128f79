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
  type StreamableFile,
} from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';

import { CreateFlowDto, FlowDto, FlowFilterDto, FlowPageDto, FlowQueryDto, UpdateFlowDto } from '@flowpilot/contracts';

import { type Actor, CurrentActor, RolesOrScope } from '../auth/index.js';
import { csvFile } from '../http/csv.js';
import { IdPipe } from '../http/id.pipe.js';
import { FLOW_COLUMNS } from './flow.csv.js';
import { FlowService } from './flow.service.js';

@ApiTags('flows')
@Controller()
export class FlowController {
  constructor(private readonly flows: FlowService) {}

  @Get('flows')
  @RolesOrScope('flows:read', 'engineer', 'team_admin')
  list(@CurrentActor() actor: Actor, @Query() query: FlowQueryDto): Promise<FlowPageDto> {
    return this.flows.list(actor, query);
  }

  @Get('flows.csv')
  @ApiProduces('text/csv')
  @RolesOrScope('flows:read', 'engineer', 'team_admin')
  export(@CurrentActor() actor: Actor, @Query() filter: FlowFilterDto): StreamableFile {
    return csvFile('flows', FLOW_COLUMNS, this.flows.every(actor, filter));
  }

  @Post('flows')
  @RolesOrScope('flows:write', 'team_admin')
  create(@CurrentActor() actor: Actor, @Body() body: CreateFlowDto): Promise<FlowDto> {
    return this.flows.create(actor, body);
  }

  @Get('flows/:id')
  @RolesOrScope('flows:read', 'engineer', 'team_admin')
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<FlowDto> {
    return this.flows.get(actor, id);
  }

  @Patch('flows/:id')
  @RolesOrScope('flows:write', 'team_admin')
  update(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: UpdateFlowDto): Promise<FlowDto> {
    return this.flows.update(actor, id, body);
  }

  @Delete('flows/:id')
  @HttpCode(HttpStatus.NO_CONTENT)
  @RolesOrScope('flows:write', 'team_admin')
  deactivate(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.flows.deactivate(actor, id);
  }
}
