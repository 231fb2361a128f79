import { daysToYesterday } from '../mapping/day-shift.js';
import type { Survey } from '../mapping/survey.js';
import type { TimeReader } from '../mapping/time-reader.js';
import type { ImportState } from './import-state.js';

/** By how many local days to move all times: as on the first run, or so that the newest falls on yesterday. */
export async function shiftToToday(
  state: ImportState,
  survey: Survey,
  times: TimeReader,
  { now, file }: { now: number; file: string },
): Promise<number> {
  const kept = await state.shiftDays();
  if (kept !== null) return kept;
  const days = daysToYesterday(survey, times, now);
  if (days === null) return 0;
  await state.keepShift(days, file);
  return days;
}
