import { MAX_CLOCK_SKEW_MS } from '../../time/refuse-future.js';

/** The instants that the server takes, in epoch milliseconds, both ends included. */
export interface TakenTimes {
  from: number;
  to: number;
}

/** Before they are shifted, times may lie anywhere. */
export const ANY_TIME: TakenTimes = { from: -Infinity, to: Infinity };

/** From 1970 until now, as far as clocks may differ. */
export function takenTimes(now: number): TakenTimes {
  return { from: 0, to: now + MAX_CLOCK_SKEW_MS };
}
