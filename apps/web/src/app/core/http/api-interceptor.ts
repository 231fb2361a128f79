import { HttpErrorResponse, type HttpInterceptorFn, type HttpRequest, HttpResponse } from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, from, switchMap, tap, throwError } from 'rxjs';

import { LastWrite } from '../last-write.js';
import { LogInAgain } from '../session/log-in-again.js';
import { Session } from '../session/session.js';

const BASE = '/api/v1';
/** Routes that make or end a log-in themselves. */
const WITHOUT_TOKEN = /^\/(auth|setup)\b/;

/**
 * Puts every path under the API's base and sends the access token. When the token has run out, refreshes it
 * once, or asks for the password, and sends the request again.
 */
export const apiInterceptor: HttpInterceptorFn = (request, next) => {
  const session = inject(Session);
  const logInAgain = inject(LogInAgain);
  const lastWrite = inject(LastWrite);
  const call = request.clone({ url: BASE + request.url });
  if (WITHOUT_TOKEN.test(request.url)) return next(call);

  return next(withToken(call, session.accessToken())).pipe(
    catchError((error: unknown) => {
      if (!(error instanceof HttpErrorResponse) || error.status !== 401) return throwError(() => error);
      return from(session.refresh().then((token) => token ?? logInAgain.ask())).pipe(
        switchMap((token) => (token === undefined ? throwError(() => error) : next(withToken(call, token)))),
      );
    }),
    tap((event) => {
      if (request.method !== 'GET' && event instanceof HttpResponse) lastWrite.note();
    }),
  );
};

function withToken(request: HttpRequest<unknown>, token: string | undefined): HttpRequest<unknown> {
  return token === undefined ? request : request.clone({ setHeaders: { Authorization: `Bearer ${token}` } });
}
