import { TimeReader } from '../mapping/time-reader.js';

/** Null is ISO 8601. Where both can be, the day stands first. */
const FORMATS: readonly (string | null)[] = [
  null,
  'dd/MM/yyyy HH:mm',
  'dd/MM/yyyy HH:mm:ss',
  'MM/dd/yyyy HH:mm',
  'MM/dd/yyyy HH:mm:ss',
  'd/M/yyyy H:mm',
  'd/M/yyyy H:mm:ss',
  'M/d/yyyy H:mm',
  'M/d/yyyy H:mm:ss',
  'M/d/yyyy h:mm a',
  'M/d/yyyy h:mm:ss a',
  'dd-MM-yyyy HH:mm',
  'dd-MM-yyyy HH:mm:ss',
  'dd.MM.yyyy HH:mm',
  'dd.MM.yyyy HH:mm:ss',
  'yyyy/MM/dd HH:mm',
  'yyyy/MM/dd HH:mm:ss',
  'd MMM yyyy HH:mm',
  'dd/MM/yyyy',
  'MM/dd/yyyy',
  'dd.MM.yyyy',
];

/** The first notation that most of the times are written in; ISO 8601 when none is. */
export function suggestedDateFormat(times: readonly string[]): string | null {
  let [best, most] = [FORMATS[0] ?? null, 0];
  for (const format of FORMATS) {
    const reader = new TimeReader({ format, timeZone: 'UTC' });
    const read = times.filter((time) => reader.read(time) !== null).length;
    if (read > most) [best, most] = [format, read];
  }
  return best;
}
