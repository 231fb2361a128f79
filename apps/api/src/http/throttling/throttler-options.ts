import type { ThrottlerModuleOptions } from '@nestjs/throttler';

import type { Settings } from '../../config/settings.js';
import { limitOf } from './budget.js';
import { RedisStorage } from './redis-storage.js';
import { budgetOfRequest } from './throttled-request.js';

const MINUTE_MS = 60_000;
/** One address may try so many e-mails, each as often as the limit says, before it is refused altogether. */
const EMAILS_PER_ADDRESS = 10;

/** The throttler that counts attempts to log in by address alone. */
export const BY_ADDRESS = 'address';

/** A sliding minute: `blockDuration` 0 keeps refused requests from counting, and the memory of each key bounded. */
export function throttlerOptions({ throttle, redisUrl }: Settings): ThrottlerModuleOptions {
  return {
    ...(redisUrl !== null && { storage: new RedisStorage(redisUrl) }),
    skipIf: (context) => throttle.disabled || budgetOfRequest(context) === null,
    throttlers: [
      {
        name: BY_ADDRESS,
        ttl: MINUTE_MS,
        blockDuration: 0,
        limit: throttle.loginPerMinute * EMAILS_PER_ADDRESS,
        skipIf: (context) => throttle.disabled || budgetOfRequest(context) !== 'login',
        setHeaders: false,
      },
      {
        name: 'default',
        ttl: MINUTE_MS,
        blockDuration: 0,
        limit: (context) => limitOf(budgetOfRequest(context) ?? 'reads', throttle),
      },
    ],
  };
}
