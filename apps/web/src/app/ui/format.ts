/**
 * How numbers, durations and days are written, in the browser's locale. Null is a missing
 * value, written as a dash.
 */

import { LOCALE } from './locale.js';

export const MISSING = '–';

/** A figure and its unit, apart, for cards that set the unit smaller. */
export interface Quantity {
  readonly figure: string;
  readonly unit: string;
}

function decimals(least: number, most = least): Intl.NumberFormat {
  return new Intl.NumberFormat(LOCALE, { minimumFractionDigits: least, maximumFractionDigits: most });
}

const WHOLE = decimals(0);
const ONE_DECIMAL = decimals(1);
const UP_TO_ONE_DECIMAL = decimals(0, 1);
const TWO_DECIMALS = decimals(2);
const PERCENT = new Intl.NumberFormat(LOCALE, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** 1284 → `1,284` */
export function count(value: number | null): string {
  return value === null ? MISSING : WHOLE.format(value);
}

/** 0.689 → `68.9`, for a place whose head already says % */
export function percentNumber(rate: number | null): string {
  return rate === null ? MISSING : ONE_DECIMAL.format(rate * 100);
}

/** 0.689 → `68.9%` */
export function percent(rate: number | null): string {
  return rate === null ? MISSING : PERCENT.format(rate);
}

/** The size of a difference of two rates, without its sign: -0.024 → `2.4 pts` */
export function points(difference: number): string {
  return `${percentNumber(Math.abs(difference))} pts`;
}

/** 641.25 → `641.25 h` */
export function hours(value: number | null): string {
  return value === null ? MISSING : `${TWO_DECIMALS.format(value)} h`;
}

/** A difference of hours: 0.25 → `+0.25 h`, -1.5 → `−1.50 h` */
export function signedHours(difference: number): string {
  const rounded = Math.round(difference * 100) / 100;
  const sign = rounded > 0 ? '+' : rounded < 0 ? '−' : '';
  return `${sign}${hours(Math.abs(rounded))}`;
}

/** 641.25 → `641 h` */
export function wholeHours(value: number | null): string {
  return value === null ? MISSING : `${WHOLE.format(value)} h`;
}

/** A score or a confidence, 0 to 1: 0.9431 → `0.94` */
export function score(value: number | null): string {
  return value === null ? MISSING : TWO_DECIMALS.format(value);
}

const HOURS_FROM_MINUTES = 90;
const DAYS_FROM_MINUTES = 36 * 60;

/** Minutes in the unit that reads best: minutes, hours from 90 min, days from 36 h. */
export function duration(minutes: number | null): Quantity {
  if (minutes === null) return { figure: MISSING, unit: '' };
  if (minutes >= DAYS_FROM_MINUTES) return { figure: UP_TO_ONE_DECIMAL.format(minutes / 1440), unit: 'd' };
  if (minutes >= HOURS_FROM_MINUTES) return { figure: ONE_DECIMAL.format(minutes / 60), unit: 'h' };
  if (minutes > 0 && minutes < 0.5) return { figure: '<1', unit: 'min' };
  return { figure: WHOLE.format(minutes), unit: 'min' };
}

/** 35.4 → `35 min`, 96 → `1.6 h`, 4320 → `3 d` */
export function minutes(value: number | null): string {
  const { figure, unit } = duration(value);
  return unit === '' ? figure : `${figure} ${unit}`;
}

/** Whole local days since something happened; null when it never did. */
export function daysAgo(days: number | null): string {
  if (days === null) return 'Never';
  if (days <= 0) return 'Today';
  return days === 1 ? 'Yesterday' : `${count(days)} days ago`;
}

/** `1 session`, `2 sessions` */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}
