import { createHash } from 'node:crypto';

import { applyDecorators, type CallHandler, type ExecutionContext, Injectable, type NestInterceptor, UseInterceptors } from '@nestjs/common';
import { ApiHeader, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';

import type { WindowDto } from '@flowpilot/contracts';

/** An answer as it goes out. */
interface WrittenAnswer {
  body: Buffer;
  etag: string;
}

/**
 * Figures of a window, with a validator of what they say: an answer that says the same as the one that was kept is 304.
 * Those who share one read are answered by the same bytes.
 */
@Injectable()
class ConditionalInterceptor implements NestInterceptor<object, Buffer | undefined> {
  private readonly written = new WeakMap<object, WrittenAnswer>();

  intercept(context: ExecutionContext, next: CallHandler<object>): Observable<Buffer | undefined> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((figures) => {
        const { body, etag } = this.writtenOnce(figures);
        // Kept by the browser for who may see it, and asked about before each use.
        void reply.headers({ etag, 'cache-control': 'private, no-cache', vary: 'Authorization' });
        if (isKept(request.headers['if-none-match'], etag)) {
          void reply.status(304);
          return undefined;
        }
        void reply.type('application/json; charset=utf-8');
        return body;
      }),
    );
  }

  private writtenOnce(figures: object): WrittenAnswer {
    const known = this.written.get(figures);
    if (known) return known;
    const answer = written(figures);
    this.written.set(figures, answer);
    return answer;
  }
}

/** A route that answers figures of a window, and says when they are the ones that the client has. */
export function Conditional(): MethodDecorator {
  return applyDecorators(
    UseInterceptors(ConditionalInterceptor),
    ApiHeader({ name: 'If-None-Match', required: false, description: 'The `ETag` of the answer that the client has.' }),
    ApiResponse({ status: 304, description: 'The figures are the ones that the client has.' }),
  );
}

/**
 * The validator is weak: it leaves out the moment at which a running window ends, which moves on with each answer while the
 * figures stay.
 */
function written(figures: object): WrittenAnswer {
  const { window, ...counted } = figures as { window: WindowDto };
  const { to: _to, previous, ...rest } = window;
  const end = `,"window":${JSON.stringify(window)}}`;
  const body = Buffer.from(JSON.stringify(counted).slice(0, -1) + end);
  const said = body.subarray(0, body.length - Buffer.byteLength(end));
  const tag = createHash('sha1').update(said).update(JSON.stringify({ ...rest, previous: previous.from }));
  return { body, etag: `W/"${tag.digest('base64url')}"` };
}

/** `If-None-Match` compares weakly (RFC 9110, 13.1.2). */
function isKept(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const opaque = (tag: string) => tag.trim().replace(/^W\//, '');
  return header.trim() === '*' || header.split(',').some((tag) => opaque(tag) === opaque(etag));
}
