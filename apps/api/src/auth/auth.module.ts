import { Module } from '@nestjs/common';

import { AccessTokens } from './access-tokens.js';
import { AuthenticationService } from './authentication.service.js';
import { PrincipalQuery } from './principal.query.js';

@Module({
  providers: [AccessTokens, AuthenticationService, PrincipalQuery],
  exports: [AccessTokens, AuthenticationService],
})
export class AuthModule {}
