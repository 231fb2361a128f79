import { v7 as newId } from 'uuid';

import { collapseWhiteSpace } from '@flowpilot/metrics';

import type { Actor } from '../../auth/index.js';
import type { Database } from '../../database/database.js';
import { RowSet } from '../../database/row-set.js';
import type { SessionRecord } from '../session-record.js';
import type { SessionEvent } from './session-change.js';

/** Remembers the first spelling of each domain. In the order of the keys, so that writers do not lock each other out. */
export async function insertDomains(
  database: Database,
  accountId: string,
  sessions: readonly SessionRecord[],
  now: Date,
): Promise<void> {
  const spellings = new Map<string, string>();
  for (const { domain_key: key, problem_domain: name } of sessions) {
    if (key !== null && name !== null && !spellings.has(key)) spellings.set(key, collapseWhiteSpace(name));
  }
  if (spellings.size === 0) return;
  const keys = [...spellings.keys()].sort();
  await database.query(
    `insert into domains (account_id, key, name, created_at)
     select $1, given.key, given.name, $4
     from unnest($2::text[], $3::text[]) as given (key, name)
     on conflict (account_id, key) do nothing`,
    [accountId, keys, keys.map((key) => spellings.get(key)), now],
  );
}

export interface SessionEvents {
  after: SessionRecord;
  events: readonly SessionEvent[];
}

interface EventRow extends SessionEvent {
  id: string;
  session_id: string;
}

const eventRows = new RowSet<EventRow>([
  ['session_id', 'uuid'],
  ['id', 'uuid'],
  ['kind', 'text'],
  ['flow_id', 'uuid'],
  ['flow_version', 'int'],
  ['note', 'text'],
  ['at', 'timestamptz'],
]);

const INSERT_EVENTS = `
  insert into session_events (account_id, actor_id, actor_kind, ${eventRows.names})
  select $1, $2, $3, ${eventRows.select('given')}
  from ${eventRows.from('given', 4)}`;

/** Appends what happened to the sessions' histories. */
export async function insertEvents(database: Database, actor: Actor, happened: readonly SessionEvents[]): Promise<void> {
  const rows = happened.flatMap(({ after, events }) =>
    events.map((event) => ({ session_id: after.id, id: newId(), ...event })),
  );
  await database.query(INSERT_EVENTS, [actor.accountId, actor.id, actor.kind, ...eventRows.parameters(rows)]);
}
