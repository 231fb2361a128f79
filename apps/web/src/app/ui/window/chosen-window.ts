import { DEFAULT_PERIOD, MAX_RANGE_DAYS, type Period, PERIOD_DAYS, PERIODS } from '@flowpilot/metrics';

/** The local days that a page shows: those that end today, or a range, both ends inclusive, YYYY-MM-DD. */
export type ChosenWindow = { readonly period: Period } | { readonly from: string; readonly to: string };

interface Params {
  get(name: string): string | null;
}

const LOCAL_DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;

/** Reads `?period=7d` or `?from=…&to=…`; what the server would refuse is the default period. */
export function readWindow(params: Params): ChosenWindow {
  const [from, to] = [params.get('from') ?? '', params.get('to') ?? ''];
  if (params.get('period') === null && rangeFault(from, to) === undefined) return { from, to };
  return { period: PERIODS.find((period) => period === params.get('period')) ?? DEFAULT_PERIOD };
}

/** Its query parameters; null takes the other spelling out of the address. */
export function windowParams(window: ChosenWindow): Record<'period' | 'from' | 'to', string | null> {
  if ('period' in window) return { period: window.period, from: null, to: null };
  return { period: null, from: window.from, to: window.to };
}

/** `period=30d` */
export function windowQuery(window: ChosenWindow): string {
  return new URLSearchParams({ ...window }).toString();
}

export function sameWindow(a: ChosenWindow, b: ChosenWindow): boolean {
  return windowQuery(a) === windowQuery(b);
}

/** How many local days it covers. */
export function windowDays(window: ChosenWindow): number {
  return 'period' in window ? PERIOD_DAYS[window.period] : daysBetween(window.from, window.to) + 1;
}

/** Which end of a range is wrong, and why. */
export interface RangeFault {
  readonly end: 'from' | 'to';
  readonly message: string;
}

/** What is wrong with a range; undefined when it is one. `today`, when known, is the last day that it may begin on. */
export function rangeFault(from: string, to: string, today?: string): RangeFault | undefined {
  if (!isDay(from)) return { end: 'from', message: 'Enter the first day' };
  if (!isDay(to)) return { end: 'to', message: 'Enter the last day' };
  if (today !== undefined && from > today) return { end: 'from', message: 'Choose a first day that has begun' };
  if (from > to) return { end: 'to', message: 'Choose a last day that is not before the first' };
  if (daysBetween(from, to) + 1 <= MAX_RANGE_DAYS) return undefined;
  return { end: 'to', message: `Choose at most ${MAX_RANGE_DAYS.toString()} days` };
}

/** The zone's calendar day of an instant. */
export function localDay(at: Date, timeZone: string): string {
  // Canada writes days as ISO 8601 does.
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}

/** The range of days that a period covers when today is this day. */
export function rangeOf(window: ChosenWindow, today: string): { from: string; to: string } {
  if (!('period' in window)) return window;
  const first = new Date(Date.parse(today) - (PERIOD_DAYS[window.period] - 1) * DAY_MS);
  return { from: first.toISOString().slice(0, 10), to: today };
}

function isDay(text: string): boolean {
  if (!LOCAL_DAY.test(text) || text < '0001') return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}
