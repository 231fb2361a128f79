import type { PsaPushDto } from '@flowpilot/contracts';

/** A time entry that was just asked for, unless told otherwise. */
export function push(given: Partial<PsaPushDto> = {}): PsaPushDto {
  return {
    id: 'push-1',
    session_id: 'session-1',
    kind: 'time_entry',
    state: 'pending',
    psa_ticket_id: '48516',
    text: null,
    internal: null,
    hours: 0.75,
    started_at: '2026-11-24T10:04:00Z',
    billable: null,
    status: null,
    attempts: 0,
    last_error: null,
    last_error_kind: null,
    next_attempt_at: '2026-11-24T10:39:00Z',
    held_back_by: null,
    psa_entry_id: null,
    user_id: 'user-1',
    created_by: 'user-1',
    created_at: '2026-11-24T10:39:00Z',
    updated_at: '2026-11-24T10:39:00Z',
    sent_at: null,
    dismissed_at: null,
    dismissed_by: null,
    dismiss_reason: null,
    ...given,
  };
}
