import type { PsaPushDto } from '@flowpilot/contracts';

import { csvFields } from '../../http/csv.js';
import type { PushRow } from './push-list.query.js';
import type { PushPayload } from './push-payload.js';

export function toPushDto(row: PushRow): PsaPushDto {
  const { payload, ...push } = row;
  return {
    ...push,
    ...contents(payload),
    next_attempt_at: text(row.next_attempt_at),
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
    sent_at: text(row.sent_at),
    dismissed_at: text(row.dismissed_at),
  };
}

const NOTHING = { text: null, internal: null, hours: null, started_at: null, billable: null, status: null };

function contents(payload: PushPayload) {
  if (payload.kind !== 'time_entry') return { ...NOTHING, ...payload };
  const { notes, ...time } = payload;
  return { ...NOTHING, ...time, text: notes };
}

function text(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}

export const PUSH_COLUMNS = csvFields<PsaPushDto>(
  'id',
  'kind',
  'state',
  'session_id',
  'psa_ticket_id',
  'text',
  'hours',
  'status',
  'attempts',
  'last_error',
  'next_attempt_at',
  'psa_entry_id',
  'user_id',
  'created_at',
  'sent_at',
  'dismiss_reason',
);
