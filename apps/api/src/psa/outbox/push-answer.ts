import type { PsaPushDto } from '@flowpilot/contracts';

import type { CsvColumn } from '../../http/csv.js';
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

export const PUSH_COLUMNS: readonly CsvColumn<PsaPushDto>[] = [
  { header: 'id', value: (push) => push.id },
  { header: 'kind', value: (push) => push.kind },
  { header: 'state', value: (push) => push.state },
  { header: 'session_id', value: (push) => push.session_id },
  { header: 'psa_ticket_id', value: (push) => push.psa_ticket_id },
  { header: 'text', value: (push) => push.text },
  { header: 'hours', value: (push) => push.hours },
  { header: 'status', value: (push) => push.status },
  { header: 'attempts', value: (push) => push.attempts },
  { header: 'last_error', value: (push) => push.last_error },
  { header: 'next_attempt_at', value: (push) => push.next_attempt_at },
  { header: 'psa_entry_id', value: (push) => push.psa_entry_id },
  { header: 'user_id', value: (push) => push.user_id },
  { header: 'created_at', value: (push) => push.created_at },
  { header: 'sent_at', value: (push) => push.sent_at },
  { header: 'dismiss_reason', value: (push) => push.dismiss_reason },
];
