import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';

import { Problem } from '../../http/problem.js';
import { type AuthenticatedRequest, declaredAccess } from '../access.js';

/** Second guard: whether who asks belongs to an account, where the route is about one. */
@Injectable()
export class AccountGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const { principal } = context.switchToHttp().getRequest<AuthenticatedRequest>();
    if (!declaredAccess(this.reflector, context)?.needsAccount || principal?.accountId) return true;
    throw new Problem('no_account', 'This is about an account, and you belong to none.');
  }
}
