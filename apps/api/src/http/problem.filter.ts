import { type ArgumentsHost, Catch, type ExceptionFilter, Logger, NotFoundException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import type { ProblemDto } from '@flowpilot/contracts';

import { Problem } from './problem.js';
import { problemOf } from './problem-of.js';
import { RouteTable } from './route-table.js';

/** The one place where failures become answers: RFC 9457, and nothing internal. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Http');

  constructor(private readonly routes: RouteTable) {}

  catch(exception: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = this.wrongMethod(exception, request, reply) ?? problemOf(exception);
    this.log(problem, exception, request);
    if (reply.sent || reply.raw.headersSent) {
      reply.raw.destroy(); // A half-sent answer must not look whole.
      return;
    }
    if (problem.code === 'unauthenticated') reply.header('www-authenticate', 'Bearer');
    if (problem.code === 'unavailable') reply.header('retry-after', '5');
    sendProblem(reply, problem, request.id);
  }

  private wrongMethod(exception: unknown, request: FastifyRequest, reply: FastifyReply): Problem | undefined {
    if (!(exception instanceof NotFoundException)) return undefined;
    const methods = this.routes.methodsOf(request.url.split('?')[0] ?? '');
    if (methods.length === 0) return undefined;
    const allowed = methods.join(', ');
    reply.header('allow', allowed);
    return new Problem('method_not_allowed', `This address takes ${allowed}.`);
  }

  private log(problem: Problem, exception: unknown, request: FastifyRequest): void {
    const status = problem.getStatus();
    // The route, not the address as sent: an address may carry what does not belong in a log.
    const fields = { request: request.id, method: request.method, route: request.routeOptions.url, status };
    if (status >= 500) this.logger.error({ ...fields, msg: problem.code, err: exception });
    else this.logger.debug({ ...fields, msg: problem.code });
  }
}

export function sendProblem(reply: FastifyReply, problem: Problem, requestId: string): void {
  const body: ProblemDto = {
    type: `urn:flowpilot:problem:${problem.code}`,
    title: problem.title,
    status: problem.getStatus(),
    detail: problem.detail,
    code: problem.code,
    instance: requestId,
    ...(problem.errors && { errors: [...problem.errors] }),
  };
  // Already serialised: the framework would set its own media type on an object.
  void reply.status(body.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(body));
}
