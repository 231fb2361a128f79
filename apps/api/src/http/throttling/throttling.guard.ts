import { createHash } from 'node:crypto';

import { type ExecutionContext, Injectable } from '@nestjs/common';
import { ThrottlerGuard, type ThrottlerLimitDetail } from '@nestjs/throttler';
import type { FastifyReply } from 'fastify';

import { Problem } from '../problem.js';
import { countedAs } from './budget.js';
import { budgetOfRequest, requestOf, routeOf, triedEmail } from './throttled-request.js';
import { BY_ADDRESS } from './throttler-options.js';

/** Last guard: counts requests of each principal, or of an address (an IPv6 network) while nobody is logged in. */
@Injectable()
export class ThrottlingGuard extends ThrottlerGuard {
  protected override headerPrefix = 'RateLimit';

  protected override generateKey(context: ExecutionContext, address: string, throttler: string): string {
    const budget = budgetOfRequest(context) ?? 'reads';
    const { principal } = requestOf(context);
    const who = principal ? `${principal.kind} ${principal.id}` : address;
    const email = budget === 'login' && throttler !== BY_ADDRESS ? triedEmail(requestOf(context)) : '';
    const parts = [throttler, countedAs(budget, routeOf(context)), who, email];
    return createHash('sha256').update(JSON.stringify(parts)).digest('base64');
  }

  protected override throwThrottlingException(context: ExecutionContext, detail: ThrottlerLimitDetail): Promise<void> {
    const seconds = Math.max(1, detail.timeToBlockExpire);
    void context.switchToHttp().getResponse<FastifyReply>().headers({
      'retry-after': seconds,
      'ratelimit-limit': detail.limit,
      'ratelimit-remaining': 0,
      'ratelimit-reset': seconds,
    });
    throw new Problem('rate_limited', `More than ${detail.limit} requests a minute. Try again in ${seconds} s.`);
  }
}
