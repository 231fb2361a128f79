import { LOCALE } from '../../ui/locale.js';

const UNITS = ['byte', 'kilobyte', 'megabyte'] as const;
const STEP = 1000;

/** 412345 → `412 kB` */
export function fileSize(bytes: number): string {
  const power = bytes < STEP ? 0 : bytes < STEP * STEP ? 1 : 2;
  const value = bytes / STEP ** power;
  const unit = UNITS[power];
  const maximumFractionDigits = value < 10 && power > 0 ? 1 : 0;
  return new Intl.NumberFormat(LOCALE, { style: 'unit', unit, maximumFractionDigits }).format(value);
}

/** The calendar day of an instant in a zone, `YYYY-MM-DD`. */
export function localDay(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(instant));
}
