import { Module } from '@nestjs/common';

import { AccessTokens } from './access-tokens.js';
import { ApiKeyController } from './api-keys/api-key.controller.js';
import { ApiKeyQuery } from './api-keys/api-key.query.js';
import { ApiKeyService } from './api-keys/api-key.service.js';
import { AuthController } from './auth.controller.js';
import { AuthenticationService } from './authentication.service.js';
import { LogInService } from './log-in.service.js';
import { LogIns } from './log-ins.js';
import { MeController } from './me.controller.js';
import { MeQuery } from './me.query.js';
import { OwnPasswordService } from './own-password.service.js';
import { Passwords } from './passwords.js';
import { PrincipalQuery } from './principal.query.js';

@Module({
  controllers: [AuthController, MeController, ApiKeyController],
  providers: [
    AccessTokens,
    ApiKeyQuery,
    ApiKeyService,
    AuthenticationService,
    LogInService,
    LogIns,
    MeQuery,
    OwnPasswordService,
    Passwords,
    PrincipalQuery,
  ],
  exports: [AccessTokens, AuthenticationService, LogInService, LogIns, Passwords],
})
export class AuthModule {}
