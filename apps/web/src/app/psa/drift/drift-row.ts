import type { PsaDriftEntryDto } from '@flowpilot/contracts';
import type { DriftState } from '@flowpilot/metrics';

import { dayAndTime } from '../../ui/dates.js';
import { hours, MISSING, signedHours } from '../../ui/format.js';

export const DRIFT_WORDS: Readonly<Record<DriftState, string>> = { changed: 'Changed', deleted: 'Deleted' };

/** An entry that the PSA now holds otherwise, as a line of the list. */
export function driftRow(entry: PsaDriftEntryDto, timeZone: string) {
  const { state, pushed_hours: pushed, present_hours: present } = entry;
  return {
    id: entry.activity_id,
    sessionId: entry.session_id,
    at: dayAndTime(entry.created_at, timeZone),
    entry: entry.psa_entry_id,
    ticket: entry.psa_ticket_id === null ? MISSING : `#${entry.psa_ticket_id}`,
    state,
    label: DRIFT_WORDS[state],
    pushed: hours(pushed),
    present: state === 'deleted' ? MISSING : hours(present),
    difference: signedHours(present - pushed),
    noticed: dayAndTime(entry.noticed_at, timeZone),
  };
}

export type DriftRow = ReturnType<typeof driftRow>;
