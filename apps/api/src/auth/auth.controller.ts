import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { AccessTokenDto, LogInDto } from '@flowpilot/contracts';

import { Public } from './access.js';
import { LogInService, type OpenedLogIn } from './log-in.service.js';
import { clearRefreshCookie, refreshCookie, setRefreshCookie } from './refresh-cookie.js';

@Controller('auth')
@Public()
export class AuthController {
  constructor(private readonly logIns: LogInService) {}

  /** Begins a log-in: an access token, and a refresh token in a cookie. */
  @Post('login')
  @HttpCode(200)
  async logIn(
    @Body() body: LogInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AccessTokenDto> {
    return withCookie(await this.logIns.logIn(body), request, reply);
  }

  /** Exchanges the cookie for a new access token and a new cookie. */
  @Post('refresh')
  @HttpCode(200)
  async refresh(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AccessTokenDto> {
    return withCookie(await this.logIns.refresh(refreshCookie(request)), request, reply);
  }

  /** Ends the log-in of the cookie; its access token is worth nothing from then on. */
  @Post('logout')
  @HttpCode(204)
  async logOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.logIns.logOut(refreshCookie(request));
    clearRefreshCookie(reply);
  }
}

function withCookie(opened: OpenedLogIn, request: FastifyRequest, reply: FastifyReply): AccessTokenDto {
  setRefreshCookie(request, reply, opened.refreshToken);
  return opened.answer;
}
