import type { PsaDayDto } from '@flowpilot/contracts';

import type { DayReading } from '../../ui/charts/day-reading.js';

export const ENTRIES = { label: 'Entries', colour: 'var(--chart-bar)' };
export const HOURS = { label: 'Hours', colour: 'var(--chart-area)', fill: 'var(--chart-area-fill)' };

interface NamedValue {
  name: string;
  value: number;
}

/** Hours a day, as ngx-charts draws an area: each from `d0` up to `d1`. */
export function hoursSeries(days: readonly PsaDayDto[]): { name: string; series: (NamedValue & { d0: number; d1: number })[] } {
  return { name: HOURS.label, series: days.map(({ date, hours }) => ({ name: date, value: hours, d0: 0, d1: hours })) };
}

export function entriesHoursReadings(
  days: readonly PsaDayDto[],
  format: { count: (count: number) => string; hours: (hours: number) => string },
): DayReading[] {
  return days.map(({ date, entries, hours }) => ({
    date,
    rows: [
      { label: ENTRIES.label, colour: ENTRIES.colour, value: format.count(entries) },
      { label: HOURS.label, colour: HOURS.colour, value: format.hours(hours), line: true },
    ],
  }));
}
