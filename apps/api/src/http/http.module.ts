import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { ThrottlerModule } from '@nestjs/throttler';

import { AccessGuard, AccountGuard, AuthenticationGuard, AuthModule } from '../auth/index.js';
import { Settings } from '../config/settings.js';
import { AtomicRequests } from './idempotency/atomic-requests.js';
import { IdempotencyKeyQuery } from './idempotency/idempotency-key.query.js';
import { IdempotencyInterceptor } from './idempotency/idempotency.interceptor.js';
import { KeptAnswers } from './idempotency/kept-answers.js';
import { RetriedRequests } from './idempotency/retried-requests.js';
import { StreamedRequests } from './idempotency/streamed-requests.js';
import { ProblemFilter } from './problem.filter.js';
import { QueryLessInterceptor } from './query-less.interceptor.js';
import { RequestPipe } from './request.pipe.js';
import { RouteTable } from './route-table.js';
import { throttlerOptions } from './throttling/throttler-options.js';
import { ThrottlingGuard } from './throttling/throttling.guard.js';

/** What every request passes, in this order. */
@Module({
  imports: [AuthModule, ThrottlerModule.forRootAsync({ inject: [Settings], useFactory: throttlerOptions })],
  providers: [
    AtomicRequests,
    IdempotencyKeyQuery,
    KeptAnswers,
    RetriedRequests,
    RouteTable,
    StreamedRequests,
    { provide: APP_GUARD, useClass: AuthenticationGuard },
    { provide: APP_GUARD, useClass: AccountGuard },
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_GUARD, useClass: ThrottlingGuard },
    { provide: APP_INTERCEPTOR, useClass: QueryLessInterceptor },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
    { provide: APP_PIPE, useClass: RequestPipe },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
  exports: [RetriedRequests],
})
export class HttpModule {}
