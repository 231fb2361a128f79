/** How days and instants are written: in the account's zone, in the browser's locale. */

import { LOCALE } from './locale.js';

const DAY: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' };
const DATE: Intl.DateTimeFormatOptions = { ...DAY, year: 'numeric' };
const TIME: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };

/** A local day YYYY-MM-DD as an instant that formats to itself in UTC. */
function utcNoon(localDay: string): Date {
  return new Date(`${localDay}T12:00:00Z`);
}

function written(instant: string | Date, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(LOCALE, options).format(new Date(instant));
}

/** `2026-11-24` → `24 Nov` */
export function day(localDay: string): string {
  return written(utcNoon(localDay), { ...DAY, timeZone: 'UTC' });
}

/** `2026-11-17` → `Tue 17 Nov` */
export function weekday(localDay: string): string {
  return written(utcNoon(localDay), { ...DAY, weekday: 'short', timeZone: 'UTC' });
}

/** Whether charts label this local day. */
export function isMonday(localDay: string): boolean {
  return utcNoon(localDay).getUTCDay() === 1;
}

/** `24 Nov` in the zone; `29 Feb 2016` where that is not the zone's present year. */
export function dayOf(instant: string | Date, timeZone: string, now = new Date()): string {
  return written(instant, { ...dayOptions(timeZone, now, instant), timeZone });
}

/** `24 Nov 10:04` in the zone; `29 Feb 2016 10:04` where that is not the zone's present year. */
export function dayAndTime(instant: string | Date, timeZone: string, now = new Date()): string {
  return `${dayOf(instant, timeZone, now)} ${timeOfDay(instant, timeZone)}`;
}

/** `2 Mar 2026` in the zone */
export function calendarDay(instant: string | Date, timeZone: string): string {
  return written(instant, { ...DATE, timeZone });
}

/** `16:12` in the zone */
export function timeOfDay(instant: string | Date, timeZone?: string): string {
  return written(instant, { ...TIME, timeZone });
}

/** The local days a half-open interval touches: `26 Oct – 24 Nov`, with the year if asked or if it is not all in the present one. */
export function dayRange(interval: { from: string; to: string }, timeZone: string, withYear = false, now = new Date()): string {
  const last = new Date(Date.parse(interval.to) - 1);
  const days = withYear ? DATE : dayOptions(timeZone, now, interval.from, last);
  return new Intl.DateTimeFormat(LOCALE, { ...days, timeZone }).formatRange(new Date(interval.from), last);
}

/** A day says its year where it is not the present one's: "29 Feb" alone would be taken for this year's. */
function dayOptions(timeZone: string, now: Date, ...instants: readonly (string | Date)[]): Intl.DateTimeFormatOptions {
  const year = (instant: string | Date) => written(instant, { year: 'numeric', timeZone });
  return instants.every((instant) => year(instant) === year(now)) ? DAY : DATE;
}

/** Whether an interval that ends then ends within a day: today's part until now, as past days end at midnight. */
export function endsNow(to: string, timeZone: string): boolean {
  return timeOfDay(new Date(Date.parse(to) - 1), timeZone) !== '23:59';
}
