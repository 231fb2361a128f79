import { HttpException } from '@nestjs/common';

import { isDatabaseDown } from './database-failure.js';
import { Problem, type ProblemCode } from './problem.js';

/** What the framework itself refuses, by its status. */
const CODES: Readonly<Record<number, readonly [code: ProblemCode, detail: string]>> = {
  401: ['unauthenticated', 'A valid access token or API key is needed.'],
  403: ['forbidden', 'This is not allowed.'],
  404: ['not_found', 'There is nothing at this address.'],
  405: ['method_not_allowed', 'This address does not take this method.'],
  413: ['payload_too_large', 'The body is larger than this address takes.'],
  415: ['unsupported_media_type', 'The body must be application/json, or what the route names.'],
  422: ['validation_failed', 'The request is not valid.'],
  429: ['rate_limited', 'Too many requests.'],
  503: ['unavailable', 'The service is not ready.'],
};

/** The problem to answer with. What is not expected becomes `internal_error`, which tells nothing. */
export function problemOf(exception: unknown): Problem {
  if (exception instanceof Problem) return exception;
  if (exception instanceof HttpException) return refusedByFramework(exception);
  if (isDatabaseDown(exception)) return new Problem('unavailable', 'The database cannot be reached. Try again soon.');
  return new Problem('internal_error', 'The failure is logged under the id in `instance`.');
}

function refusedByFramework(exception: HttpException): Problem {
  const status = exception.getStatus();
  const known = CODES[status];
  if (known) return new Problem(...known);
  if (status >= 500) return new Problem('internal_error', 'The failure is logged under the id in `instance`.');
  return new Problem('malformed_request', exception.message);
}
