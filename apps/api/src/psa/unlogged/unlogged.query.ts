import type { Database } from '../../database/database.js';
import { inWindow, unlogged } from '../../sessions/index.js';
import type { AccountWindow } from '../../window/index.js';

export interface UnloggedRow {
  session_id: string;
  summary: string | null;
  user_id: string | null;
  engineer: string | null;
  client: string | null;
  psa_ticket_id: string;
  status: 'resolved' | 'escalated';
  opened_at: Date;
  closed_at: Date;
  minutes: number;
  open_push_id: string | null;
}

/** The window's unlogged sessions, newest first, that follow the row `after`, or the first ones. */
export function selectUnlogged(
  database: Database,
  window: AccountWindow,
  after: readonly string[] | null,
  limit: number,
): Promise<UnloggedRow[]> {
  return database.query(
    `with unlogged as (
       select sessions.account_id, sessions.id, sessions.summary, sessions.user_id, sessions.client,
              sessions.psa_ticket_id, sessions.status, sessions.created_at,
              case sessions.status when 'resolved' then sessions.resolved_at else sessions.escalated_at end as closed_at
       from sessions
       where sessions.account_id = $1 and ${inWindow('$2', '$3')} and ${unlogged('$4', '$5')}
         and ($6::timestamptz is null or (sessions.created_at, sessions.id) < ($6, $7::uuid))
       order by sessions.created_at desc, sessions.id desc
       limit $8
     )
     select unlogged.id as session_id, unlogged.summary, unlogged.user_id, users.name as engineer, unlogged.client,
            unlogged.psa_ticket_id, unlogged.status, unlogged.created_at as opened_at, unlogged.closed_at,
            (extract(epoch from unlogged.closed_at - unlogged.created_at) / 60)::float8 as minutes,
            open_push.id as open_push_id
     from unlogged
     left join users on users.account_id = unlogged.account_id and users.id = unlogged.user_id
     left join lateral (
       select pushes.id
       from psa_pushes as pushes
       where pushes.account_id = $1 and pushes.stream_id = unlogged.id
         and pushes.kind = 'time_entry' and pushes.state in ('pending', 'unknown', 'failed')
       order by pushes.position
       limit 1
     ) as open_push on true
     order by unlogged.created_at desc, unlogged.id desc`,
    [
      window.accountId,
      window.from,
      window.to,
      window.now,
      window.unloggedAfterHours,
      after?.[0] ?? null,
      after?.[1] ?? null,
      limit,
    ],
  );
}
