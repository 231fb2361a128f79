import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import type { AuthenticatedRequest } from '../../auth/index.js';
import { AtomicRequests } from './atomic-requests.js';
import { retryKey, wholeRequestHash } from './idempotency-key.js';

/** For a handler that takes the key of its request itself, around a part of what it does: one with `@OwnRetryKey()`. */
@Injectable()
export class RetriedRequests {
  constructor(private readonly atomic: AtomicRequests) {}

  /** What `work` answers; to a retry, what it answered the first time. `status` is kept beside it. */
  async once<Body>(
    request: FastifyRequest & AuthenticatedRequest,
    reply: FastifyReply,
    status: number,
    work: () => Promise<Body>,
  ): Promise<Body> {
    const retry = request.principal ? retryKey(request, request.principal) : null;
    if (!retry) return work();
    const answer = await this.atomic.once(retry, wholeRequestHash(request), async () => ({ status, body: await work() }));
    if (answer.replayed) void reply.header('idempotency-replayed', 'true');
    return answer.body as Body;
  }
}
