import { HttpException } from '@nestjs/common';

import type { ProblemErrorDto } from '@flowpilot/contracts';

/** Every failure that a client can cause or meet: its stable code, status and title. */
const PROBLEMS = {
  malformed_request: [400, 'The request could not be read'],
  unauthenticated: [401, 'Log in or send an API key'],
  no_account: [403, 'This user belongs to no account'],
  forbidden: [403, 'Not allowed'],
  not_found: [404, 'Not found'],
  method_not_allowed: [405, 'Method not allowed'],
  conflict: [409, 'Conflict with the stored state'],
  invalid_transition: [409, 'The session cannot make this transition'],
  idempotency_mismatch: [409, 'The idempotency key was used with another request'],
  psa_not_connected: [409, 'The account has no PSA connection'],
  psa_outcome_unknown: [409, 'The PSA may hold the entry'],
  invitation_ended: [410, 'The invitation can no longer be accepted'],
  payload_too_large: [413, 'The body is too large'],
  unsupported_media_type: [415, 'The media type is not supported'],
  validation_failed: [422, 'The request is not valid'],
  rate_limited: [429, 'Too many requests'],
  internal_error: [500, 'The server failed'],
  psa_failed: [502, 'The PSA did not do what it was asked'],
  unavailable: [503, 'The service is not ready'],
} as const satisfies Record<string, readonly [status: number, title: string]>;

export type ProblemCode = keyof typeof PROBLEMS;

/** The one exception that features throw for an expected failure. */
export class Problem extends HttpException {
  readonly title: string;

  constructor(
    readonly code: ProblemCode,
    readonly detail: string,
    readonly errors?: readonly ProblemErrorDto[],
  ) {
    super(detail, PROBLEMS[code][0]);
    this.title = PROBLEMS[code][1];
  }

  static notFound(what: string): Problem {
    return new Problem('not_found', `There is no such ${what}.`);
  }

  static invalid(pointer: string, message: string): Problem {
    return Problem.invalidAll([{ pointer, message }]);
  }

  /** Every fault at once. */
  static invalidAll(errors: readonly ProblemErrorDto[]): Problem {
    const [first] = errors;
    const detail = errors.length === 1 && first ? first.message : `${errors.length} fields are not valid`;
    return new Problem('validation_failed', detail, errors);
  }
}
