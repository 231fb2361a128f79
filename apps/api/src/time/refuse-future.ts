import { Problem } from '../http/problem.js';

/** How far the clock of a client may be ahead of ours. */
export const MAX_CLOCK_SKEW_MS = 5 * 60_000;

/** @throws Problem `validation_failed` when the time is more than 5 minutes ahead of `now`. */
export function refuseFuture(pointer: string, time: Date, now: Date): void {
  if (time.getTime() - now.getTime() > MAX_CLOCK_SKEW_MS) {
    throw Problem.invalid(pointer, `${pointer.slice(1)} must not be more than 5 minutes in the future`);
  }
}
