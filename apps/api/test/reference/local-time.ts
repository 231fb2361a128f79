import { DateTime } from 'luxon';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** No clock is further ahead of UTC, so no local date begins earlier. */
const EARLIEST_OFFSET_MS = 15 * HOUR_MS;
/** Every clock change of the zones in use falls on a multiple of it. */
const STEP_MS = 15 * MINUTE_MS;

const offsetMs = (instant: number, zone: string): number => DateTime.fromMillis(instant, { zone }).offset * MINUTE_MS;

/** Local date and time as if it were UTC, in milliseconds. */
export const localMs = (instant: number, zone: string): number => instant + offsetMs(instant, zone);

/** YYYY-MM-DD of a local time. */
export const dateOf = (local: number): string => new Date(local).toISOString().slice(0, 10);

/** The local date of an instant, YYYY-MM-DD. */
export const localDate = (instant: number, zone: string): string => dateOf(localMs(instant, zone));

export const addDays = (date: string, days: number): string => dateOf(Date.parse(date) + days * DAY_MS);

/** Whole days from one date to another. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;

const firstInstants = new Map<string, number>();

/** The first instant that the zone's clocks read the date, or a later one where they skip it: by looking. */
export function firstInstant(date: string, zone: string): number {
  const key = `${zone} ${date}`;
  let found = firstInstants.get(key);
  if (found === undefined) {
    found = Date.parse(date) - EARLIEST_OFFSET_MS;
    while (localDate(found, zone) < date) found += STEP_MS;
    firstInstants.set(key, found);
  }
  return found;
}

/** A local time as PostgreSQL reads it: the later of two, and a skipped one by the offset before the change. */
export function postgresInstant(local: number, zone: string): number {
  const before = local - offsetMs(local - DAY_MS, zone);
  const after = local - offsetMs(local + DAY_MS, zone);
  const valid = [before, after].filter((instant) => localMs(instant, zone) === local);
  return valid.length === 0 ? before : Math.max(...valid);
}
