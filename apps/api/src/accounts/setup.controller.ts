import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { AccessTokenDto, SetUpDto, SetupStateDto } from '@flowpilot/contracts';

import { Public, setRefreshCookie } from '../auth/index.js';
import { SetupService } from './setup.service.js';

@Controller('setup')
@Public()
export class SetupController {
  constructor(private readonly setup: SetupService) {}

  /** Whether the first account is still to be made, and how to log in to a demo. */
  @Get()
  async state(): Promise<SetupStateDto> {
    return { open: await this.setup.isOpen(), demo: await this.setup.demo() };
  }

  /** Makes the first account and its super_admin, and logs them in. */
  @Post()
  async setUp(
    @Body() body: SetUpDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AccessTokenDto> {
    const { answer, refreshToken } = await this.setup.setUp(body);
    setRefreshCookie(request, reply, refreshToken);
    return answer;
  }
}
