import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';

import { AccessGuard, AccountGuard, AuthenticationGuard, AuthModule } from '../auth/index.js';
import { ProblemFilter } from './problem.filter.js';
import { RequestPipe } from './request.pipe.js';
import { RouteTable } from './route-table.js';

/** What every request passes, in this order. */
@Module({
  imports: [AuthModule],
  providers: [
    RouteTable,
    { provide: APP_GUARD, useClass: AuthenticationGuard },
    { provide: APP_GUARD, useClass: AccountGuard },
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_PIPE, useClass: RequestPipe },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
export class HttpModule {}
