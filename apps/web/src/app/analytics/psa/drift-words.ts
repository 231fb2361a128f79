import type { PsaDriftDto } from '@flowpilot/contracts';

import { dayAndTime } from '../../ui/dates.js';
import { count, hours, signedHours } from '../../ui/format.js';

/** The drift of a window, written. */
export function driftWords({ pushed_hours: pushed, present_hours: present, reconciled_at: at, ...drift }: PsaDriftDto) {
  const { changed_entries: changed, deleted_entries: deleted, window } = drift;
  return {
    pushed: hours(pushed),
    present: at === null ? '–' : hours(present),
    difference: at === null ? '–' : signedHours(present - pushed),
    changed: count(changed),
    deleted: count(deleted),
    some: changed + deleted > 0,
    read: at === null ? 'Not compared yet: a connected PSA is read every night.' : `As the PSA was read ${dayAndTime(at, window.time_zone)}. The figures above keep the hours as pushed.`,
  };
}
