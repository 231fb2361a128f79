import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { AcceptInvitationDto, AccessTokenDto, InvitationTokenDto, InvitedDto } from '@flowpilot/contracts';

import { Public } from '../access.js';
import { setRefreshCookie } from '../refresh-cookie.js';
import { AcceptInvitationService } from './accept-invitation.service.js';

/** The token comes in the body: an address would end up in logs. */
@Controller('auth')
@Public()
export class InvitationController {
  constructor(private readonly invitations: AcceptInvitationService) {}

  /** Whom the link is for. */
  @Post('invitation')
  @HttpCode(200)
  show(@Body() { token }: InvitationTokenDto): Promise<InvitedDto> {
    return this.invitations.show(token);
  }

  /** Sets the password with the link, which is used up by it, and begins a log-in. */
  @Post('accept-invitation')
  @HttpCode(200)
  async accept(
    @Body() body: AcceptInvitationDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AccessTokenDto> {
    const { answer, refreshToken } = await this.invitations.accept(body);
    setRefreshCookie(request, reply, refreshToken);
    return answer;
  }
}
