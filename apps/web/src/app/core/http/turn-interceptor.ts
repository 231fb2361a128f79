import type { HttpInterceptorFn, HttpRequest } from '@angular/common/http';
import { inject } from '@angular/core';

import { Turns } from './turns.js';

/** Say themselves when to try again, or belong to no page. */
const OF_NO_PAGE = /^\/(auth|setup)\b/;

/**
 * Writes and downloads that came too soon are sent again when the server has said, as reads are by whoever shows them.
 * They were refused before anything was done; a POST stays the same one by its `Idempotency-Key`.
 */
export const turnInterceptor: HttpInterceptorFn = (request, next) =>
  awaitsTurn(request) ? inject(Turns).sent(next(request), request.method !== 'GET') : next(request);

function awaitsTurn({ method, responseType, url }: HttpRequest<unknown>): boolean {
  return (method !== 'GET' || responseType === 'blob') && !OF_NO_PAGE.test(url);
}
