import { createHash, type Hash } from 'node:crypto';

import type { FastifyRequest } from 'fastify';

import type { Principal } from '../../auth/index.js';
import { Problem } from '../problem.js';

/** Keys are kept by account; those of people without one are kept under no account's id. */
const NO_ACCOUNT = '00000000-0000-0000-0000-000000000000';

/** What a retry repeats: who asks, and the key they chose. */
export interface RetryKey {
  accountId: string;
  principalId: string;
  key: string;
}

/** @throws Problem `validation_failed` for a key that is empty, long or not plain */
export function retryKey(request: FastifyRequest, principal: Principal): RetryKey | null {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw Problem.invalid('Idempotency-Key', 'Idempotency-Key must be 1 to 200 visible ASCII characters');
  }
  return { accountId: principal.accountId ?? NO_ACCOUNT, principalId: principal.id, key };
}

/** Hash of what makes two requests the same, begun with the address; the body follows. */
export function requestHash(request: FastifyRequest): Hash {
  return createHash('sha256').update(`${request.method} ${request.url}\n`);
}

/** Of a request whose body was read as JSON, spelled the same way however its white space was. */
export function wholeRequestHash(request: FastifyRequest): Buffer {
  return requestHash(request)
    .update(JSON.stringify(request.body ?? null))
    .digest();
}
