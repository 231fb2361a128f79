import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';

import { ApiKeyPageDto, CreateApiKeyDto, CreatedApiKeyDto, PageQueryDto } from '@flowpilot/contracts';

import { IdPipe } from '../../http/id.pipe.js';
import { CurrentActor, Roles } from '../access.js';
import type { Actor } from '../principal.js';
import { ApiKeyService } from './api-key.service.js';

@Controller()
@Roles('team_admin')
export class ApiKeyController {
  constructor(private readonly keys: ApiKeyService) {}

  @Get('api-keys')
  list(@CurrentActor() actor: Actor, @Query() query: PageQueryDto): Promise<ApiKeyPageDto> {
    return this.keys.list(actor.accountId, query);
  }

  @Get('api-keys.csv')
  csv(@CurrentActor() actor: Actor): StreamableFile {
    return this.keys.csv(actor.accountId);
  }

  /** Makes a key for a program; this answer is the only one that shows it. */
  @Post('api-keys')
  create(@CurrentActor() actor: Actor, @Body() body: CreateApiKeyDto): Promise<CreatedApiKeyDto> {
    return this.keys.create(actor, body);
  }

  /** Revokes the key: it is refused from the next request on. */
  @Delete('api-keys/:id')
  @HttpCode(204)
  async revoke(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    await this.keys.revoke(actor.accountId, id);
  }
}
