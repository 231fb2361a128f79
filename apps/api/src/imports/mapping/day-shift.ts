import type { Survey } from './survey.js';
import type { TimeReader } from './time-reader.js';

const DAY = 86_400_000;

/** The whole local days that bring the newest time to yesterday; null when there is no time to bring. */
export function daysToYesterday({ newest }: Survey, times: TimeReader, now: number): number | null {
  if (newest === null) return null;
  const yesterday = Date.parse(times.localDay(now)) - DAY;
  return Math.round((yesterday - Date.parse(times.localDay(newest))) / DAY);
}
