import { Module } from '@nestjs/common';

import { AccessTokens } from './access-tokens.js';
import { ApiKeyController } from './api-keys/api-key.controller.js';
import { ApiKeyQuery } from './api-keys/api-key.query.js';
import { ApiKeyService } from './api-keys/api-key.service.js';
import { AuthController } from './auth.controller.js';
import { AuthenticationService } from './authentication.service.js';
import { AcceptInvitationService } from './invitations/accept-invitation.service.js';
import { InvitationController } from './invitations/invitation.controller.js';
import { Invitations } from './invitations/invitations.js';
import { LogInService } from './log-in.service.js';
import { LogIns } from './log-ins.js';
import { MeController } from './me.controller.js';
import { MeQuery } from './me.query.js';
import { OwnPasswordService } from './own-password.service.js';
import { Passwords } from './passwords.js';
import { PrincipalQuery } from './principal.query.js';

@Module({
  controllers: [AuthController, InvitationController, MeController, ApiKeyController],
  providers: [
    AcceptInvitationService,
    AccessTokens,
    ApiKeyQuery,
    ApiKeyService,
    AuthenticationService,
    Invitations,
    LogInService,
    LogIns,
    MeQuery,
    OwnPasswordService,
    Passwords,
    PrincipalQuery,
  ],
  exports: [AccessTokens, AuthenticationService, Invitations, LogInService, LogIns, Passwords],
})
export class AuthModule {}
