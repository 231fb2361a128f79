import type { SessionFilterDto } from '@flowpilot/contracts';

import type { Actor } from '../../auth/index.js';
import type { Database } from '../../database/database.js';
import type { Listed } from '../../database/listed.js';
import type { AccountWindow } from '../../window/index.js';
import { SESSION_COLUMNS, type SessionRecord } from '../session-record.js';
import { sessionConditions } from './session-conditions.js';

export async function selectSession(
  database: Database,
  accountId: string,
  id: string,
): Promise<SessionRecord | undefined> {
  const [session] = await database.query<SessionRecord>(
    `select ${SESSION_COLUMNS} from sessions where sessions.account_id = $1 and sessions.id = $2`,
    [accountId, id],
  );
  return session;
}

export const LISTED: Listed<SessionRecord> = { columns: SESSION_COLUMNS, from: 'sessions' };

/** A session in a file: with the names behind its ids, and when it began by the account's clocks. */
export interface ExportedRecord extends SessionRecord {
  created_local: string;
  engineer: string | null;
  matched_flow: string | null;
}

export const EXPORTED: Listed<ExportedRecord> = {
  columns: `${SESSION_COLUMNS}, users.name as engineer, flows.name as matched_flow,
    to_char(sessions.created_at at time zone accounts.time_zone, 'YYYY-MM-DD HH24:MI:SS') as created_local`,
  from: `sessions
     join accounts on accounts.id = sessions.account_id
     left join users on users.account_id = sessions.account_id and users.id = sessions.user_id
     left join flows on flows.account_id = sessions.account_id and flows.id = sessions.matched_flow_id`,
};

/** Newest first: the sessions that follow the key `after` (created_at, id), or the first ones. */
export function selectSessions<Row extends SessionRecord>(
  { columns, from }: Listed<Row>,
  database: Database,
  actor: Actor,
  window: AccountWindow,
  filter: SessionFilterDto,
  after: readonly string[] | null,
  limit: number,
): Promise<Row[]> {
  const parameters: unknown[] = [];
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  const conditions = sessionConditions(actor, window, filter, bind);
  if (after) {
    const [createdAt, id] = after;
    conditions.push(`(sessions.created_at, sessions.id) < (${bind(createdAt)}::timestamptz, ${bind(id)}::uuid)`);
  }
  return database.query(
    `select ${columns}
     from ${from}
     where ${allOf(conditions)}
     order by sessions.created_at desc, sessions.id desc
     limit ${bind(limit)}::int`,
    parameters,
  );
}

/** How many sessions the filter admits, counted no further than `most`. */
export async function countSessions(
  database: Database,
  actor: Actor,
  window: AccountWindow,
  filter: SessionFilterDto,
  most: number,
): Promise<number> {
  const parameters: unknown[] = [];
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  const conditions = sessionConditions(actor, window, filter, bind);
  const [row] = await database.query<{ count: number }>(
    `select count(*)::int as count
     from (select from sessions where ${allOf(conditions)} limit ${bind(most)}::int) as admitted`,
    parameters,
  );
  return row?.count ?? 0;
}

function allOf(conditions: readonly string[]): string {
  return conditions.map((condition) => `(${condition})`).join(' and ');
}
