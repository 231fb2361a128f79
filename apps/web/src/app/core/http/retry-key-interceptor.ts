import { HttpErrorResponse, type HttpInterceptorFn, HttpResponse } from '@angular/common/http';
import { inject } from '@angular/core';
import { tap } from 'rxjs';

import { RetryKeys } from './retry-keys.js';

/** What is written is kept until it is settled, which a password must not be; none of these is done twice by a retry. */
const HAS_PASSWORD = /^\/(auth|setup|me\/password)\b/;

/**
 * Gives each JSON POST an `Idempotency-Key`, and the same one again when the answer to the first was lost: time that a
 * person logs again because nothing came back is logged once.
 */
export const retryKeyInterceptor: HttpInterceptorFn = (request, next) => {
  if (request.method !== 'POST' || request.body instanceof FormData || HAS_PASSWORD.test(request.url)) return next(request);
  const keys = inject(RetryKeys);
  const settled = () => {
    keys.settle(request);
  };
  return next(request.clone({ setHeaders: { 'Idempotency-Key': keys.keyOf(request) } })).pipe(
    tap({
      next: (event) => {
        if (event instanceof HttpResponse) settled();
      },
      error: (error: unknown) => {
        if (isRefusal(error)) settled();
      },
    }),
  );
};

/** A server that answers so has done nothing. */
function isRefusal(error: unknown): boolean {
  return error instanceof HttpErrorResponse && error.status >= 400 && error.status < 500;
}
