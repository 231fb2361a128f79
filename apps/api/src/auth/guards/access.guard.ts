import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';

import { Problem } from '../../http/problem.js';
import { type Access, type AuthenticatedRequest, declaredAccess } from '../access.js';
import type { Principal } from '../principal.js';

/** Third guard: whether the role or the key's scopes suffice. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const access = declaredAccess(this.reflector, context);
    if (access?.public) return true;
    const { principal } = context.switchToHttp().getRequest<AuthenticatedRequest>();
    if (access && principal && allows(access, principal)) return true;
    throw new Problem('forbidden', 'Your role, or the scopes of your key, do not allow this.');
  }
}

export function allows(access: Access, principal: Principal): boolean {
  if (principal.kind === 'api_key') {
    if (access.scope === null) return false;
    return access.scope === 'any' || principal.scopes.includes(access.scope);
  }
  if (access.roles.includes(principal.role)) return true;
  return principal.role === 'super_admin' && access.roles.includes('team_admin');
}
