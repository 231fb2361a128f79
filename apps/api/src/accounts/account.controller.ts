import { Body, Controller, Get, Patch, Post, Query, type StreamableFile } from '@nestjs/common';

import { AccountDto, AccountPageDto, CreateAccountDto, PageQueryDto, TimeZonesDto, UpdateAccountDto } from '@flowpilot/contracts';

import { type Actor, CurrentActor, Roles, RolesWithoutAccount } from '../auth/index.js';
import { AccountService } from './account.service.js';

@Controller()
export class AccountController {
  constructor(private readonly accounts: AccountService) {}

  /** The account of who asks. */
  @Get('account')
  @Roles('team_admin')
  get(@CurrentActor() actor: Actor): Promise<AccountDto> {
    return this.accounts.get(actor.accountId);
  }

  @Patch('account')
  @Roles('team_admin')
  update(@CurrentActor() actor: Actor, @Body() body: UpdateAccountDto): Promise<AccountDto> {
    return this.accounts.update(actor.accountId, body);
  }

  /** Every time zone that an account may have. */
  @Get('account/time-zones')
  @Roles('team_admin')
  timeZones(): Promise<TimeZonesDto> {
    return this.accounts.zones();
  }

  /** Every account of this installation. */
  @Get('accounts')
  @RolesWithoutAccount('super_admin')
  list(@Query() query: PageQueryDto): Promise<AccountPageDto> {
    return this.accounts.list(query);
  }

  @Get('accounts.csv')
  @RolesWithoutAccount('super_admin')
  csv(): StreamableFile {
    return this.accounts.csv();
  }

  /** Makes an account and its first team_admin. */
  @Post('accounts')
  @RolesWithoutAccount('super_admin')
  create(@Body() body: CreateAccountDto): Promise<AccountDto> {
    return this.accounts.create(body);
  }
}
