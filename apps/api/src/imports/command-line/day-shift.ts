import type { Survey } from '../mapping/survey.js';
import type { TimeReader } from '../mapping/time-reader.js';
import type { ImportState } from './import-state.js';

const DAY = 86_400_000;

/** By how many local days to move all times: as on the first run, or so that the newest falls on yesterday. */
export async function shiftToToday(
  state: ImportState,
  { newest }: Survey,
  times: TimeReader,
  { now, file }: { now: number; file: string },
): Promise<number> {
  const kept = await state.shiftDays();
  if (kept !== null || newest === null) return kept ?? 0;
  const yesterday = Date.parse(times.localDay(now)) - DAY;
  const days = Math.round((yesterday - Date.parse(times.localDay(newest))) / DAY);
  await state.keepShift(days, file);
  return days;
}
