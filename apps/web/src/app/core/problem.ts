import { HttpErrorResponse } from '@angular/common/http';
import { TimeoutError } from 'rxjs';

import type { ProblemDto, ProblemErrorDto } from '@flowpilot/contracts';

/** A failed request, as pages speak of it. */
export interface ServerProblem {
  /** The server's stable code, or `offline` when no answer came, or `unknown` when it was no problem document. */
  readonly code: string;
  /** 0 when no answer came. */
  readonly status: number;
  /** A sentence for the person. */
  readonly detail: string;
  readonly requestId: string | undefined;
  /** When the server will hear the request again, if it said so. */
  readonly retryAt: Date | undefined;
  readonly errors: readonly ProblemErrorDto[];
}

const OFFLINE = 'The server did not answer. Check the connection.';
const UNKNOWN = 'The server answered in a way this page does not understand.';

/** Reads whatever HttpClient threw; `now` dates a relative Retry-After. */
export function toProblem(error: unknown, now = new Date()): ServerProblem {
  if (error instanceof TimeoutError) return problem('offline', 0, OFFLINE);
  const response = responseIn(error);
  if (response === undefined) return problem('unknown', 0, UNKNOWN);
  if (response.status === 0) return problem('offline', 0, OFFLINE);
  const body = problemIn(response.error);
  return {
    code: body?.code ?? 'unknown',
    status: response.status,
    detail: body?.detail ?? body?.title ?? UNKNOWN,
    requestId: body?.instance ?? response.headers.get('x-request-id') ?? undefined,
    retryAt: retryTime(response.headers.get('retry-after'), now),
    errors: body?.errors ?? [],
  };
}

function problem(code: string, status: number, detail: string): ServerProblem {
  return { code, status, detail, requestId: undefined, retryAt: undefined, errors: [] };
}

/** Resources wrap what HttpClient threw as the cause of another error. */
function responseIn(error: unknown): HttpErrorResponse | undefined {
  if (error instanceof HttpErrorResponse) return error;
  return error instanceof Error && error.cause instanceof HttpErrorResponse ? error.cause : undefined;
}

function problemIn(body: unknown): Partial<ProblemDto> | undefined {
  return isProblem(body) ? body : undefined;
}

function isProblem(body: unknown): body is Partial<ProblemDto> {
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string';
}

/** Retry-After holds seconds or an HTTP date. */
function retryTime(header: string | null, now: Date): Date | undefined {
  if (header === null || header.trim() === '') return undefined;
  const seconds = Number(header);
  const at = Number.isNaN(seconds) ? new Date(header) : new Date(now.getTime() + seconds * 1000);
  return Number.isNaN(at.getTime()) ? undefined : at;
}
