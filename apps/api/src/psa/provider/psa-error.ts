export const PSA_ERROR_KINDS = [
  /** Try again later: not reachable, too many requests, a failing server that was only asked to read. */
  'retryable',
  /** The key is wrong or lacks a right. */
  'permission',
  /** The PSA refuses the data; sending the same again is refused again. */
  'validation',
  /** The ticket, or another record that was named, does not exist. */
  'not_found',
  /** The record is in use: try again later. */
  'conflict',
  /** A write was sent and no clear answer came: it may have been stored. */
  'unknown_outcome',
] as const;
export type PsaErrorKind = (typeof PSA_ERROR_KINDS)[number];

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
