import type { PsaErrorKind, PushKind, PushState } from '@flowpilot/metrics';

import type { Database } from '../../database/database.js';
import type { PushPayload } from './push-payload.js';

export interface PushRow {
  id: string;
  session_id: string | null;
  payload: PushPayload;
  state: PushState;
  psa_ticket_id: string | null;
  attempts: number;
  last_error: string | null;
  last_error_kind: PsaErrorKind | null;
  next_attempt_at: Date | null;
  held_back_by: string | null;
  psa_entry_id: string | null;
  user_id: string | null;
  created_by: string | null;
  created_at: Date;
  updated_at: Date;
  sent_at: Date | null;
  dismissed_at: Date | null;
  dismissed_by: string | null;
  dismiss_reason: string | null;
}

/** A half-open stretch of time; null is unbounded. */
export interface PushWindow {
  from: Date | null;
  to: Date | null;
}

export interface PushFilter {
  accountId: string;
  window: PushWindow;
  states?: readonly PushState[];
  kind?: PushKind;
  sessionId?: string;
}

const SELECT = `
  select pushes.id, pushes.session_id, pushes.payload, pushes.state, pushes.psa_ticket_id, pushes.attempts,
         pushes.last_error, pushes.last_error_kind, pushes.next_attempt_at, holding.id as held_back_by,
         pushes.psa_entry_id, pushes.user_id, pushes.created_by, pushes.created_at, pushes.updated_at, pushes.sent_at,
         pushes.dismissed_at, pushes.dismissed_by, pushes.dismiss_reason
  from psa_pushes as pushes
  left join lateral (
    select earlier.id
    from psa_pushes as earlier
    where earlier.account_id = $1 and earlier.stream_id = pushes.stream_id
      and earlier.position < pushes.position and earlier.state in ('pending', 'unknown', 'failed')
    order by earlier.position
    limit 1
  ) as holding on pushes.state in ('pending', 'unknown', 'failed')`;

/** Newest first, those that follow the row `after`, or the first ones. */
export function selectPushes(
  database: Database,
  filter: PushFilter,
  after: readonly string[] | null,
  limit: number,
): Promise<PushRow[]> {
  return database.query(
    `${SELECT}
     where pushes.account_id = $1
       and ($2::timestamptz is null or pushes.created_at >= $2)
       and ($3::timestamptz is null or pushes.created_at < $3)
       and ($4::text[] is null or pushes.state = any($4))
       and ($5::text is null or pushes.kind = $5)
       and ($6::uuid is null or pushes.session_id = $6)
       and ($7::timestamptz is null or (pushes.created_at, pushes.id) < ($7, $8::uuid))
     order by pushes.created_at desc, pushes.id desc
     limit $9`,
    [
      filter.accountId,
      filter.window.from,
      filter.window.to,
      filter.states ?? null,
      filter.kind ?? null,
      filter.sessionId ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      limit,
    ],
  );
}

export async function selectPush(database: Database, accountId: string, id: string): Promise<PushRow | undefined> {
  const [row] = await database.query<PushRow>(`${SELECT} where pushes.account_id = $1 and pushes.id = $2`, [
    accountId,
    id,
  ]);
  return row;
}
