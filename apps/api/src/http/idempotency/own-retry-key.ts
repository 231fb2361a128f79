import { SetMetadata } from '@nestjs/common';

export const OWN_RETRY_KEY = 'own-retry-key';

/** The handler takes its `Idempotency-Key` itself, out of `RetriedRequests`: not everything it does may hold one up. */
export const OwnRetryKey = (): MethodDecorator => SetMetadata(OWN_RETRY_KEY, true);
