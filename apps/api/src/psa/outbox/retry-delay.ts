const LONGEST_MS = 3_600_000;

/** Attempts before a push waits for a person: with the default wait they span about four hours. */
export const ATTEMPT_LIMIT = 15;

/**
 * The wait after the given attempt (from 1), in milliseconds: it doubles each time up to an hour, and is between
 * half and all of that, so that pushes that failed together do not come back together.
 *
 * @param chance 0 (inclusive) to 1
 */
export function retryDelay(attempt: number, baseMs: number, chance: number): number {
  const whole = Math.min(baseMs * 2 ** (attempt - 1), LONGEST_MS);
  return Math.round(whole * (0.5 + chance / 2));
}

/** How many attempts were made since a person last asked for it to be tried again: mending grants so many further ones. */
export function attemptsSinceMended(attempts: number, attemptLimit: number): number {
  return attempts - Math.max(attemptLimit - ATTEMPT_LIMIT, 0);
}
