import type { ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import type { AuthenticatedRequest } from '../../auth/index.js';
import { type Budget, budgetOf } from './budget.js';

export type ThrottledRequest = FastifyRequest & AuthenticatedRequest;

export function requestOf(context: ExecutionContext): ThrottledRequest {
  return context.switchToHttp().getRequest<ThrottledRequest>();
}

export function routeOf(context: ExecutionContext): string {
  return requestOf(context).routeOptions.url ?? '';
}

export function budgetOfRequest(context: ExecutionContext): Budget | null {
  return budgetOf(requestOf(context).method, routeOf(context));
}

/** The e-mail that somebody tries to log in with; empty when there is none. */
export function triedEmail(request: ThrottledRequest): string {
  const { body } = request;
  if (typeof body !== 'object' || body === null) return '';
  const email: unknown = Reflect.get(body, 'email');
  return typeof email === 'string' ? email.trim().toLowerCase() : '';
}
