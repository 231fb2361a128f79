import type { PsaErrorKind } from '@flowpilot/metrics';

/** Every failure of a PSA. The message is in plain words for the person who mends it, without secrets. */
export class PsaError extends Error {
  constructor(
    readonly kind: PsaErrorKind,
    message: string,
    /** How long the PSA asked to be left alone, in milliseconds. */
    readonly retryAfterMs?: number,
  ) {
    super(message);
  }
}

/** Whether the same request may succeed later without anyone mending anything. */
export function isWorthRetrying(kind: PsaErrorKind): boolean {
  return kind === 'retryable' || kind === 'conflict' || kind === 'unknown_outcome';
}
