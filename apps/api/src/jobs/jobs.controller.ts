import { Controller, Get, HttpCode, HttpStatus, Param, Post, Query, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { JobPageDto, JobRunDto, RunJobQueryDto } from '@flowpilot/contracts';

import { type Actor, CurrentActor, Roles } from '../auth/index.js';
import { Problem } from '../http/problem.js';
import { JobsService } from './jobs.service.js';

@Controller('jobs')
export class JobsController {
  constructor(private readonly jobs: JobsService) {}

  /** Every job with its latest runs for this account. */
  @Get()
  @Roles('team_admin')
  async list(@CurrentActor() actor: Actor): Promise<JobPageDto> {
    return { items: await this.jobs.list(actor.accountId), next_cursor: null };
  }

  /** Runs a job for this account now: 202 with the run, or, with `wait=true`, 200 with its result. */
  @Post(':name/run')
  @Roles('team_admin')
  @HttpCode(HttpStatus.ACCEPTED)
  @ApiAcceptedResponse({ type: JobRunDto })
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: { type: 'number' } } })
  async run(
    @CurrentActor() actor: Actor,
    @Param('name') name: string,
    @Query() { wait }: RunJobQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<JobRunDto | Record<string, number>> {
    const run = await this.jobs.run(actor.accountId, name);
    if (wait !== 'true') return run;
    const ended = await this.jobs.ended(actor.accountId, name, run);
    if (ended.state === 'failed') throw new Problem('internal_error', ended.error ?? 'The run failed.');
    if (ended.result === null) return ended;
    reply.status(HttpStatus.OK);
    return ended.result;
  }
}
