import { evidence, wilsonInterval } from '@flowpilot/metrics';

import { count, percent, percentNumber } from '../ui/format.js';

const NONE_CLOSED = 'None is closed yet';

/** How sure a share of resolved sessions is: `95%: 43.7 to 83.7% of the closed` */
export function successDoubt(resolved: number, closed: number, minSample: number): string {
  const { success_low: low, success_high: high } = wilsonInterval(resolved, closed);
  if (low === null || high === null) return NONE_CLOSED;
  return doubted(`95%: ${percentNumber(low)} to ${percent(high)} of the closed`, closed, minSample);
}

/** How sure a share is that has no interval: `18 of 20 are closed` */
export function shareDoubt(closed: number, all: number, minSample: number): string {
  return closed === 0 ? NONE_CLOSED : doubted(`${count(closed)} of ${count(all)} are closed`, closed, minSample);
}

/** How sure a median is. It is read from buckets, whose middle is at most 1 % off: `12 resolved, at most 1% off` */
export function medianDoubt(resolved: number, minSample: number): string {
  if (resolved === 0) return 'None is resolved yet';
  return doubted(`${count(resolved)} resolved, at most 1% off`, resolved, minSample);
}

function doubted(words: string, sample: number, minSample: number): string {
  return evidence(sample, minSample) === 'sufficient' ? words : `${words}, too few to be sure`;
}
