import type { PsaPushDto } from '@flowpilot/contracts';
import type { PushKind, PushState } from '@flowpilot/metrics';

import { timeOfDay } from '../ui/dates.js';
import { hours } from '../ui/format.js';
import type { IconName } from '../ui/icons.js';

export const KIND_WORDS: Readonly<Record<PushKind, string>> = { note: 'Note', time_entry: 'Time entry', status: 'Status' };
export const KIND_ICONS: Readonly<Record<PushKind, IconName>> = { note: 'note', time_entry: 'clock', status: 'flows' };

export interface StateWords {
  readonly label: string;
  readonly icon: IconName;
  readonly tone: 'good' | 'fair' | 'poor' | 'muted';
}

export const STATE_WORDS: Readonly<Record<PushState, StateWords>> = {
  failed: { label: 'Failed', icon: 'warning', tone: 'poor' },
  unknown: { label: 'Unclear', icon: 'question', tone: 'fair' },
  pending: { label: 'Pending', icon: 'clock', tone: 'muted' },
  sent: { label: 'Sent', icon: 'check', tone: 'good' },
  dismissed: { label: 'Dismissed', icon: 'close', tone: 'muted' },
};

/** What it brings to the ticket: `0.75 h logged`, the note's first line, `Status “Closed”`. */
export function pushTitle({ kind, text, hours: amount, status }: PsaPushDto): string {
  if (kind === 'time_entry') return hours(amount);
  if (kind === 'status') return `“${status ?? ''}”`;
  return (text ?? '').trim().split('\n', 1)[0] ?? '';
}

/** How it stands, in a sentence: why it has not arrived, or what became of it. */
export function pushProgress(push: PsaPushDto, timeZone: string): string {
  const { state, last_error: error, attempts } = push;
  if (state === 'sent') return push.psa_entry_id === null ? 'Done in the PSA' : `Entry ${push.psa_entry_id} of the PSA`;
  if (state === 'dismissed') return `Given up: ${push.dismiss_reason ?? ''}`;
  if (state === 'failed') return error ?? 'The PSA did not take it';
  if (push.held_back_by !== null) return 'Waits for an earlier push of the same session';
  if (state === 'unknown') return `No clear answer came. The PSA is asked what it has${nextTry(push, timeZone)}`;
  if (attempts === 0 || error === null) return 'On its way to the PSA';
  return `${error.replace(/\.$/, '')}. It is tried again${nextTry(push, timeZone)}`;
}

function nextTry({ next_attempt_at: at }: PsaPushDto, timeZone: string): string {
  return at === null ? '' : ` at ${timeOfDay(at, timeZone)}`;
}

/** Whether the server still does something about it by itself. */
export function isMoving({ state }: PsaPushDto): boolean {
  return state === 'pending' || state === 'unknown';
}

/** Whether a person can have it tried again, or give it up. */
export function isOpen(push: PsaPushDto): boolean {
  return push.state === 'failed' || isMoving(push);
}
