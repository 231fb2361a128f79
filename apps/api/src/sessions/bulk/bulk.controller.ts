import { Readable } from 'node:stream';

import { Body, Controller, HttpCode, HttpStatus, Post } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiExtraModels, ApiTags, getSchemaPath } from '@nestjs/swagger';

import { BulkResultDto, SessionLineDto } from '@flowpilot/contracts';

import { type Actor, CurrentActor, RolesOrScope } from '../../auth/index.js';
import { NDJSON } from '../../http/body-parsers.js';
import { Problem } from '../../http/problem.js';
import { SessionIngest } from './session-ingest.js';

@ApiTags('sessions')
@Controller('sessions/bulk')
export class BulkController {
  constructor(private readonly ingest: SessionIngest) {}

  @Post()
  @HttpCode(HttpStatus.OK)
  @RolesOrScope('sessions:write', 'team_admin')
  @ApiConsumes(NDJSON)
  @ApiExtraModels(SessionLineDto)
  @ApiBody({ description: `A JSON object a line, each as ${getSchemaPath(SessionLineDto)} says.`, schema: { type: 'string' } })
  store(@CurrentActor() actor: Actor, @Body() body: object | undefined): Promise<BulkResultDto> {
    if (!(body instanceof Readable)) {
      throw new Problem('unsupported_media_type', `The body must be ${NDJSON}.`);
    }
    return this.ingest.store(actor, body);
  }
}
