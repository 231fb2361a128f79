import type { FastifyReply, FastifyRequest } from 'fastify';

import { LOG_IN_LIFETIME_MS } from './log-ins.js';

const NAME = 'flowpilot_refresh';
/** Sent to the routes that need it and to no other; never from another site, so that none can use it. */
const SCOPE = { path: '/api/v1/auth', httpOnly: true, sameSite: 'strict' } as const;

export function refreshCookie(request: FastifyRequest): string | undefined {
  return request.cookies[NAME];
}

export function setRefreshCookie(request: FastifyRequest, reply: FastifyReply, token: string): void {
  const maxAge = LOG_IN_LIFETIME_MS / 1000;
  void reply.setCookie(NAME, token, { ...SCOPE, maxAge, secure: request.protocol === 'https' });
}

export function clearRefreshCookie(reply: FastifyReply): void {
  void reply.clearCookie(NAME, SCOPE);
}
