import { wilsonInterval } from '@flowpilot/metrics';

import { counted, percent } from '../../ui/format.js';
import { LOCALE } from '../../ui/locale.js';

/** Two of three: a rate that most would call fair. */
const SHARE = 2 / 3;

/** What the least sample means, by an example; empty while it is no number of sessions. */
export function minSampleExample(minSample: number | null): string {
  if (minSample === null || !Number.isInteger(minSample) || minSample < 1) return '';
  const resolved = Math.round(minSample * SHARE);
  const { success_low: low, success_high: high } = wilsonInterval(resolved, minSample);
  const from = `${counted(resolved, 'session')} resolved of ${minSample.toString()} closed`;
  const range = `${percent(low)} to ${percent(high)}`;
  return minSample === 1
    ? `Every rate is rated, even of a single closed session.`
    : `A flow with ${from} is rated, though its true rate may lie anywhere from ${range}. With ${(minSample - 1).toString()} closed it would be marked “too few to be sure”.`;
}

/** A Monday, at ten. */
const CLOSED_AT = Date.UTC(2026, 0, 5, 10);
const HOUR_MS = 3_600_000;
const WEEK_HOURS = 168;

/** When a session without a time entry is called unlogged, by an example; empty while it is no number of hours. */
export function unloggedExample(hours: number | null): string {
  if (hours === null || !Number.isInteger(hours) || hours < 0) return '';
  if (hours === 0) return 'A session without a time entry counts as unlogged as soon as it is closed.';
  const closed = weekdayAndTime(CLOSED_AT);
  const after = hours < WEEK_HOURS ? weekdayAndTime(CLOSED_AT + hours * HOUR_MS) : daysLater(hours);
  return `A session closed on ${closed} without a time entry counts as unlogged from ${after} on.`;
}

function weekdayAndTime(instant: number): string {
  const written = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(LOCALE, { ...options, timeZone: 'UTC' }).format(instant);
  return `${written({ weekday: 'long' })} ${written({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })}`;
}

function daysLater(hours: number): string {
  const rest = hours % 24;
  return `${counted(Math.floor(hours / 24), 'day')}${rest === 0 ? '' : ` and ${counted(rest, 'hour')}`} later`;
}
