import { v7 as newId } from 'uuid';

import type { RecordPsaActivityDto } from '@flowpilot/contracts';

import type { Actor } from '../auth/index.js';
import { Problem } from '../http/problem.js';
import { refuseFuture } from '../time/refuse-future.js';
import type { PsaActivityRow } from './psa-activity.query.js';

/** @throws Problem `validation_failed` for hours beside the wrong type, or a time in the future. */
export function newActivity(actor: Actor, input: RecordPsaActivityDto, now: Date): PsaActivityRow {
  const hours = input.hours_logged ?? null;
  if (input.activity_type === 'time_entry_posted' && hours === null) {
    throw Problem.invalid('/hours_logged', 'hours_logged is required for a time entry');
  }
  if (input.activity_type !== 'time_entry_posted' && hours !== null) {
    throw Problem.invalid('/hours_logged', 'hours_logged belongs to time entries only');
  }
  const createdAt = input.created_at === undefined ? now : new Date(input.created_at);
  refuseFuture('/created_at', createdAt, now);
  return {
    id: newId(),
    activity_type: input.activity_type,
    session_id: input.session_id?.toLowerCase() ?? null,
    user_id: actor.kind === 'user' ? actor.id : null,
    hours_logged: hours,
    psa_ticket_id: textOrNull(input.psa_ticket_id),
    psa_entry_id: textOrNull(input.psa_entry_id),
    created_at: createdAt,
  };
}

/** A blank reference is none. */
function textOrNull(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}
