import type { PsaPushDto } from '@flowpilot/contracts';

import { dayAndTime } from '../../ui/dates.js';
import { count, MISSING } from '../../ui/format.js';
import { isMoving, isOpen, KIND_ICONS, KIND_WORDS, pushProgress, pushTitle } from '../push-words.js';

/** A push as a line of the monitor. */
export function pushRow(push: PsaPushDto, timeZone: string) {
  const failed = push.state === 'failed';
  return {
    push,
    icon: KIND_ICONS[push.kind],
    kind: KIND_WORDS[push.kind],
    title: pushTitle(push),
    ticket: push.psa_ticket_id === null ? MISSING : `#${push.psa_ticket_id}`,
    progress: pushProgress(push, timeZone),
    attempts: count(push.attempts),
    nextTry: nextTry(push, timeZone),
    at: dayAndTime(push.created_at, timeZone),
    failed,
    canDismiss: isOpen(push),
  };
}

export type PushRow = ReturnType<typeof pushRow>;

/** A push that waits for another has no time of its own. */
function nextTry(push: PsaPushDto, timeZone: string): string {
  const { next_attempt_at: at, held_back_by: holding } = push;
  return at === null || holding !== null || !isMoving(push) ? MISSING : dayAndTime(at, timeZone);
}
