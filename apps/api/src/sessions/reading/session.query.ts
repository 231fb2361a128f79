import type { SessionFilterDto } from '@flowpilot/contracts';

import type { Actor } from '../../auth/index.js';
import type { Database } from '../../database/database.js';
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

/** Newest first: the sessions that follow the key `after` (created_at, id), or the first ones. */
export function selectSessions(
  database: Database,
  actor: Actor,
  window: AccountWindow,
  filter: SessionFilterDto,
  after: readonly string[] | null,
  limit: number,
): Promise<SessionRecord[]> {
  const parameters: unknown[] = [];
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  const conditions = sessionConditions(actor, window, filter, bind);
  if (after) {
    const [createdAt, id] = after;
    conditions.push(`(sessions.created_at, sessions.id) < (${bind(createdAt)}::timestamptz, ${bind(id)}::uuid)`);
  }
  return database.query(
    `select ${SESSION_COLUMNS}
     from sessions
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
