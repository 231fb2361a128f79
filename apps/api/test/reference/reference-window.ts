import type { WindowQueryDto } from '@flowpilot/contracts';

import { addDays, dateOf, daysBetween, firstInstant, localDate, localMs, postgresInstant } from './local-time.js';

export interface Span {
  from: number;
  to: number;
}

/** Instants in milliseconds. */
export interface ReferenceWindow extends Span {
  period: string;
  zone: string;
  today: string;
  now: number;
  previous: Span;
  days: { date: string; from: number; to: number }[];
}

const PERIOD_DAYS: Record<string, number> = { '7d': 7, '30d': 30, '90d': 90 };

export function referenceWindow(query: WindowQueryDto, zone: string, now: number): ReferenceWindow {
  const today = localDate(now, zone);
  const period = query.from === undefined ? (query.period ?? '30d') : 'custom';
  const first = query.from ?? addDays(today, 1 - (PERIOD_DAYS[period] ?? 0));
  const last = query.to === undefined || query.to > today ? today : query.to;
  const count = daysBetween(first, last) + 1;
  const to = last === today ? now : firstInstant(addDays(last, 1), zone);
  const from = firstInstant(first, zone);
  const dates = Array.from({ length: count }, (_, index) => addDays(first, index));
  return {
    period,
    zone,
    today,
    now,
    from,
    to,
    previous: {
      from: firstInstant(addDays(first, -count), zone),
      to: last === today ? sameTimeBefore(now, count, zone) : from,
    },
    days: dates.map((date) => ({
      date,
      from: firstInstant(date, zone),
      to: date === last ? to : firstInstant(addDays(date, 1), zone),
    })),
  };
}

function sameTimeBefore(instant: number, days: number, zone: string): number {
  const local = localMs(instant, zone);
  const timeOfDay = local - Date.parse(dateOf(local));
  return postgresInstant(Date.parse(addDays(dateOf(local), -days)) + timeOfDay, zone);
}

export const within = (instant: Date, { from, to }: Span): boolean =>
  instant.getTime() >= from && instant.getTime() < to;

export function windowAnswer(window: ReferenceWindow) {
  const iso = (instant: number) => new Date(instant).toISOString();
  return {
    period: window.period,
    from: iso(window.from),
    to: iso(window.to),
    time_zone: window.zone,
    previous: { from: iso(window.previous.from), to: iso(window.previous.to) },
  };
}
