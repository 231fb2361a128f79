import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';

import { type Role, ROLES, type Scope } from '@flowpilot/metrics';

import type { Actor, Principal, UserPrincipal } from './principal.js';

export interface Access {
  public: boolean;
  roles: readonly Role[];
  /** What an API key must hold; null refuses every key. */
  scope: Scope | 'any' | null;
  needsAccount: boolean;
}

export const ACCESS = 'access';

export const PUBLIC_ACCESS: Access = { public: true, roles: [], scope: null, needsAccount: false };

/** Anyone, without a token. */
export const Public = () => declare(PUBLIC_ACCESS);

/**
 * People with one of these roles, within their account. A super_admin may do all that a team_admin may.
 * Programs are refused unless `RolesOrScope` names a scope.
 */
export const Roles = (...roles: Role[]) => declare({ public: false, roles, scope: null, needsAccount: true });

/** As `Roles`, and API keys that hold the scope. */
export const RolesOrScope = (scope: Scope, ...roles: Role[]) =>
  declare({ public: false, roles, scope, needsAccount: true });

/** Everyone who is logged in, and every API key. */
export const Authenticated = () => declare({ public: false, roles: ROLES, scope: 'any', needsAccount: false });

/** People with one of these roles, whether or not they belong to an account. */
export const RolesWithoutAccount = (...roles: Role[]) =>
  declare({ public: false, roles, scope: null, needsAccount: false });

const declare = (access: Access) => SetMetadata(ACCESS, access);

/** What the route, or else its controller, declares. */
export function declaredAccess(reflector: Reflector, context: ExecutionContext): Access | undefined {
  return reflector.getAllAndOverride<Access | undefined>(ACCESS, [context.getHandler(), context.getClass()]);
}

/** A request on which the authentication guard has left who asks. */
export interface AuthenticatedRequest {
  principal?: Principal;
}

/** Parameter of a route: who asks. */
export const CurrentPrincipal = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const { principal } = context.switchToHttp().getRequest<AuthenticatedRequest>();
  if (!principal) throw new Error('a route without authentication asked for its principal');
  return principal;
});

/** Parameter of a route that is open to people only: who asks. */
export const CurrentPerson = createParamDecorator((_: unknown, context: ExecutionContext): UserPrincipal => {
  const { principal } = context.switchToHttp().getRequest<AuthenticatedRequest>();
  if (principal?.kind !== 'user') throw new Error('a route that is open to programs asked for a person');
  return principal;
});

/** Parameter of a route within an account: who acts. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { principal } = context.switchToHttp().getRequest<AuthenticatedRequest>();
  if (!principal?.accountId) throw new Error('a route outside an account asked for its actor');
  return {
    kind: principal.kind,
    id: principal.id,
    accountId: principal.accountId,
    ownSessionsOnly: principal.kind === 'user' && principal.role === 'engineer',
  };
});
