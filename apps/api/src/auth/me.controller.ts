import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';

import { ChangePasswordDto, MeApiKeyDto, MeDto } from '@flowpilot/contracts';
import { ROLES } from '@flowpilot/metrics';

import { Authenticated, CurrentPerson, CurrentPrincipal, RolesWithoutAccount } from './access.js';
import { MeQuery } from './me.query.js';
import { OwnPasswordService } from './own-password.service.js';
import type { Principal, UserPrincipal } from './principal.js';

@Controller('me')
export class MeController {
  constructor(
    private readonly me: MeQuery,
    private readonly ownPassword: OwnPasswordService,
  ) {}

  /** Who asks: a person, or the API key that was sent. */
  @Get()
  @Authenticated()
  @ApiExtraModels(MeDto, MeApiKeyDto)
  @ApiOkResponse({ schema: { oneOf: [{ $ref: getSchemaPath(MeDto) }, { $ref: getSchemaPath(MeApiKeyDto) }] } })
  get(@CurrentPrincipal() principal: Principal): Promise<MeDto | MeApiKeyDto> {
    return principal.kind === 'user'
      ? this.me.person(principal.id)
      : this.me.program(principal.id, principal.accountId);
  }

  /** Changes one's own password and ends one's other log-ins. */
  @Post('password')
  @HttpCode(204)
  @RolesWithoutAccount(...ROLES)
  async changePassword(@CurrentPerson() person: UserPrincipal, @Body() body: ChangePasswordDto): Promise<void> {
    await this.ownPassword.change(person, body);
  }
}
