import { Readable } from 'node:stream';

import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { lastValueFrom, type Observable, of } from 'rxjs';

import type { AuthenticatedRequest } from '../../auth/index.js';
import { AtomicRequests, type OnceAnswered } from './atomic-requests.js';
import { requestHash, type RetryKey, retryKey, wholeRequestHash } from './idempotency-key.js';
import type { Answer } from './kept-answers.js';
import { OWN_RETRY_KEY } from './own-retry-key.js';
import { StreamedRequests } from './streamed-requests.js';

/** Lets a POST that carries an `Idempotency-Key` happen once, however often it is sent. Failures are not kept. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly atomic: AtomicRequests,
    private readonly streamed: StreamedRequests,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler<unknown>): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<FastifyRequest & AuthenticatedRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const isOurs = request.method === 'POST' && !Reflect.hasMetadata(OWN_RETRY_KEY, context.getHandler());
    const retry = isOurs && request.principal ? retryKey(request, request.principal) : null;
    if (!retry) return next.handle();
    const { statusCode } = reply;
    const answer = await this.once(request, retry, () => answerOf(next, reply, statusCode));
    if (answer.replayed) void reply.header('idempotency-replayed', 'true');
    void reply.status(answer.status);
    return of(answer.body);
  }

  private once(request: FastifyRequest, retry: RetryKey, work: () => Promise<Answer>): Promise<OnceAnswered> {
    if (!(request.body instanceof Readable)) return this.atomic.once(retry, wholeRequestHash(request), work);
    return this.streamed.once(retry, requestHash(request), request.body, (body) => {
      request.body = body;
      return work();
    });
  }
}

/** Called again when its transaction is tried again: with the status that the route began with. */
async function answerOf(next: CallHandler<unknown>, reply: FastifyReply, statusBefore: number): Promise<Answer> {
  void reply.status(statusBefore);
  const body = await lastValueFrom(next.handle(), { defaultValue: undefined });
  return { status: reply.statusCode, body };
}
