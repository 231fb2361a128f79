import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, type StreamableFile } from '@nestjs/common';

import { CreateUserDto, InvitationDto, PageQueryDto, UpdateUserDto, UserDto, UserPageDto } from '@flowpilot/contracts';

import { type Actor, CurrentActor, CurrentPerson, Roles, type UserPrincipal } from '../auth/index.js';
import { IdPipe } from '../http/id.pipe.js';
import { UserService } from './user.service.js';

@Controller()
@Roles('team_admin')
export class UserController {
  constructor(private readonly users: UserService) {}

  @Get('users')
  list(@CurrentActor() actor: Actor, @Query() query: PageQueryDto): Promise<UserPageDto> {
    return this.users.list(actor.accountId, query);
  }

  @Get('users.csv')
  csv(@CurrentActor() actor: Actor): StreamableFile {
    return this.users.csv(actor.accountId);
  }

  @Post('users')
  create(
    @CurrentPerson() admin: UserPrincipal,
    @CurrentActor() actor: Actor,
    @Body() body: CreateUserDto,
  ): Promise<UserDto> {
    return this.users.create(admin, actor.accountId, body);
  }

  /** A new password and a deactivation end the user's log-ins. */
  @Patch('users/:id')
  update(
    @CurrentPerson() admin: UserPrincipal,
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() body: UpdateUserDto,
  ): Promise<UserDto> {
    return this.users.update(admin, actor.accountId, id, body);
  }

  /** Makes a one-time link with which the user sets a password; this answer is the only one that shows its token. */
  @Post('users/:id/invitation')
  invite(
    @CurrentPerson() admin: UserPrincipal,
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
  ): Promise<InvitationDto> {
    return this.users.invite(admin, actor.accountId, id);
  }

  @Delete('users/:id')
  @HttpCode(204)
  async remove(
    @CurrentPerson() admin: UserPrincipal,
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    await this.users.remove(admin, actor.accountId, id);
  }
}
