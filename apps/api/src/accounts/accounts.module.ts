import { Module } from '@nestjs/common';

import { AuthModule } from '../auth/index.js';
import { AccountController } from './account.controller.js';
import { AccountQuery } from './account.query.js';
import { AccountService } from './account.service.js';
import { SetupController } from './setup.controller.js';
import { SetupService } from './setup.service.js';
import { TimeZones } from './time-zones.js';
import { UserController } from './user.controller.js';
import { UserService } from './user.service.js';
import { UserStore } from './user.store.js';

@Module({
  imports: [AuthModule],
  controllers: [AccountController, SetupController, UserController],
  providers: [AccountQuery, AccountService, SetupService, TimeZones, UserService, UserStore],
  exports: [AccountService, SetupService, UserService],
})
export class AccountsModule {}
