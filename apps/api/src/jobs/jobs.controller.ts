import { Controller, Get, HttpCode, HttpStatus, Param, Post, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { JobPageDto, JobRunDto, JobRunFilterDto, PageQueryDto, RunJobQueryDto } from '@flowpilot/contracts';

import { type Actor, CurrentActor, Roles } from '../auth/index.js';
import { csvFile } from '../http/csv.js';
import { OwnRetryKey } from '../http/idempotency/own-retry-key.js';
import { RetriedRequests } from '../http/idempotency/retried-requests.js';
import { Problem } from '../http/problem.js';
import { JOB_RUN_COLUMNS } from './job-run.csv.js';
import { JobsService } from './jobs.service.js';

@ApiTags('jobs')
@Controller()
export class JobsController {
  constructor(
    private readonly jobs: JobsService,
    private readonly retried: RetriedRequests,
  ) {}

  /** Every job with its latest runs for this account. */
  @Get('jobs')
  @Roles('team_admin')
  list(@CurrentActor() actor: Actor, @Query() query: PageQueryDto): Promise<JobPageDto> {
    return this.jobs.list(actor.accountId, query);
  }

  /** A row a run, the latest ones of every job or of the one named. */
  @Get('jobs.csv')
  @Roles('team_admin')
  @ApiProduces('text/csv')
  csv(@CurrentActor() actor: Actor, @Query() filter: JobRunFilterDto): StreamableFile {
    return csvFile('jobs', JOB_RUN_COLUMNS, this.jobs.everyRun(actor.accountId, filter));
  }

  /** Runs a job for this account now: 202 with the run, or, with `wait=true`, 200 with its result. */
  @Post('jobs/:name/run')
  @Roles('team_admin')
  @OwnRetryKey()
  @HttpCode(HttpStatus.ACCEPTED)
  @ApiAcceptedResponse({ type: JobRunDto })
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: { type: 'number' } } })
  async run(
    @CurrentActor() actor: Actor,
    @Param('name') name: string,
    @Query() { wait }: RunJobQueryDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<JobRunDto | Record<string, number>> {
    const send = () => this.jobs.run(actor.accountId, name);
    const run = await this.retried.once(request, reply, HttpStatus.ACCEPTED, send);
    if (wait !== 'true') return run;
    const ended = await this.jobs.ended(actor.accountId, name, run);
    if (ended.state === 'failed') throw new Problem('internal_error', ended.error ?? 'The run failed.');
    if (ended.result === null) return ended;
    reply.status(HttpStatus.OK);
    return ended.result;
  }
}
