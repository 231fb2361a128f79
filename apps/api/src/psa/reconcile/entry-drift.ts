import type { PsaTimeEntry } from '../provider/psa-work.js';
import type { EntryDrift, PushedEntry } from './drift.query.js';

/** Hours have 4 decimals at most. */
const HOUR_PARTS = 10_000;

/** How an entry differs from what was pushed; null when it does not. A running entry has no hours to compare. */
export function driftOf(pushed: PushedEntry, present: PsaTimeEntry | undefined): EntryDrift | null {
  const { activity_id } = pushed;
  if (!present) return { activity_id, state: 'deleted', present_hours: 0 };
  const { hours } = present;
  if (hours === null || parts(hours) === parts(pushed.pushed_hours)) return null;
  return { activity_id, state: 'changed', present_hours: Math.max(parts(hours), 0) / HOUR_PARTS };
}

function parts(hours: number): number {
  return Math.round(hours * HOUR_PARTS);
}
