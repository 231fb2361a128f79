import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';

import { Problem } from '../../http/problem.js';
import { type AuthenticatedRequest, declaredAccess } from '../access.js';
import { AuthenticationService } from '../authentication.service.js';

/** First guard: who asks. A route that declares no access is refused to everyone. */
@Injectable()
export class AuthenticationGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authentication: AuthenticationService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = declaredAccess(this.reflector, context);
    if (!access) throw new Problem('forbidden', 'This route is open to nobody.');
    if (access.public) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest & AuthenticatedRequest>();
    request.principal = await this.authentication.principalOf(request.headers.authorization);
    return true;
  }
}
