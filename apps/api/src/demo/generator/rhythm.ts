import type { DateTime } from 'luxon';

import type { Random } from './random.js';

/** Monday to Sunday, relative to a usual working day. */
const WEEKDAYS = [1.14, 1.08, 1.02, 1, 0.88, 0.2, 0.07] as const;
/** Midnight to midnight, relative: two peaks, a dip at noon, somebody on call. */
const HOURS = [0.2, 0.1, 0.1, 0.1, 0.2, 0.6, 2, 6, 13, 16, 15, 12, 8, 11, 14, 13, 10, 6, 2.5, 1.2, 0.8, 0.6, 0.4, 0.3];
const NOISE = 0.11;
/** How much busier today is than the first day. */
const GROWTH = 0.18;

/** The beginnings of a local day's sessions, in order. */
export function beginnings(random: Random, day: DateTime, sessionsADay: number, share: number): Date[] {
  const trend = 1 - GROWTH / 2 + GROWTH * share;
  const noise = Math.max(0.5, 1 + NOISE * random.normal());
  const expected = sessionsADay * (WEEKDAYS[day.weekday - 1] ?? 1) * trend * noise;
  // The fraction decides by chance, so that small accounts do not round to nothing.
  const count = Math.floor(expected + random.next());
  return Array.from({ length: count }, () => timeOfDay(random, day)).sort((a, b) => a.getTime() - b.getTime());
}

function timeOfDay(random: Random, day: DateTime): Date {
  const hour = random.weighted([...HOURS.keys()], (candidate) => HOURS[candidate] ?? 0) ?? 9;
  const time = { hour, minute: Math.floor(random.between(0, 60)), second: Math.floor(random.between(0, 60)) };
  return day.set(time).toJSDate();
}
