import { randomUUID } from 'node:crypto';

import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';

import type { Settings } from '../config/settings.js';
import { Problem } from './problem.js';
import { sendProblem } from './problem.filter.js';

const MAX_BODY_BYTES = 1024 * 1024;

export function fastifyAdapter(settings: Settings): FastifyAdapter {
  return new FastifyAdapter({
    logger: false,
    multipart: false,
    bodyLimit: MAX_BODY_BYTES,
    trustProxy: settings.trustedProxies.length > 0 && [...settings.trustedProxies],
    forceCloseConnections: 'idle',
    genReqId: () => randomUUID(),
    // Refused before any route or filter is reached.
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
      const tooLong = error.code === 'FST_ERR_MAX_PARAM_LENGTH';
      const problem = tooLong
        ? Problem.notFound('resource')
        : new Problem('malformed_request', 'The address is not well formed.');
      sendProblem(reply, problem, request.id);
    },
  });
}
