import fc from 'fast-check';

import { type Period, PERIODS } from '@flowpilot/metrics';

import { addDays, localDate } from '../reference/local-time.js';

/** A period, or a custom range by its first day, so many days ago, and its length; it may end after today. */
export type AskedWindow = { period: Period } | { daysAgo: number; length: number };

export const askedWindow: fc.Arbitrary<AskedWindow> = fc.oneof(
  fc.record({ period: fc.constantFrom(...PERIODS) }),
  fc.record({ daysAgo: fc.nat(45), length: fc.integer({ min: 1, max: 50 }) }),
);

/** The query parameters that ask for it. */
export function windowQuery(
  asked: AskedWindow,
  zone: string,
  now: number,
): { period: Period } | { from: string; to: string } {
  if ('period' in asked) return asked;
  const from = addDays(localDate(now, zone), -asked.daysAgo);
  return { from, to: addDays(from, asked.length - 1) };
}
