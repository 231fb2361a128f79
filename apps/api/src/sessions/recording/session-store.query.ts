import type { Database } from '../../database/database.js';
import { RowSet, type RowSetColumns } from '../../database/row-set.js';
import { SESSION_COLUMNS, type SessionRecord } from '../session-record.js';

const SELECT = `
  select ${SESSION_COLUMNS}
  from sessions
  where sessions.account_id = $1 and (sessions.id = any($2::uuid[]) or sessions.external_ref = any($3::text[]))
  order by sessions.id`;

/** The sessions that bear one of the ids or references. */
export function selectSessions(
  database: Database,
  accountId: string,
  ids: readonly string[],
  externalRefs: readonly string[],
): Promise<SessionRecord[]> {
  return database.query(SELECT, [accountId, ids, externalRefs]);
}

/** As `selectSessions`, and kept from other writers until the transaction ends. */
export function lockSessions(
  database: Database,
  accountId: string,
  ids: readonly string[],
  externalRefs: readonly string[],
): Promise<SessionRecord[]> {
  return database.query(`${SELECT} for update`, [accountId, ids, externalRefs]);
}

/** All that a client can change; the id is not among it. */
const CHANGEABLE: RowSetColumns<SessionRecord> = [
  ['external_ref', 'text'],
  ['user_id', 'uuid'],
  ['summary', 'text'],
  ['client', 'text'],
  ['problem_domain', 'text'],
  ['domain_key', 'text'],
  ['confidence_tier', 'text'],
  ['status', 'text'],
  ['psa_ticket_id', 'text'],
  ['matched_flow_id', 'uuid'],
  ['matched_flow_version', 'int'],
  ['match_confidence', 'numeric'],
  ['matched_at', 'timestamptz'],
  ['resolved_at', 'timestamptz'],
  ['escalated_at', 'timestamptz'],
  ['created_at', 'timestamptz'],
  ['updated_at', 'timestamptz'],
];
const changeable = new RowSet(CHANGEABLE);
const whole = new RowSet<SessionRecord>([['id', 'uuid'], ...CHANGEABLE]);

const INSERT = `
  insert into sessions (account_id, ${whole.names})
  select $1, ${whole.select('given')}
  from ${whole.from('given', 2)}
  on conflict do nothing
  returning sessions.id`;

const UPDATE = `
  update sessions
  set ${changeable.assignments('given')}
  from ${whole.from('given', 2)}
  where sessions.account_id = $1 and sessions.id = given.id`;

/** Ids of the sessions that were inserted: all but those whose id or reference another transaction took first. */
export async function insertSessions(
  database: Database,
  accountId: string,
  sessions: readonly SessionRecord[],
): Promise<Set<string>> {
  const rows = await database.query<{ id: string }>(INSERT, [accountId, ...whole.parameters(sessions)]);
  return new Set(rows.map((row) => row.id));
}

/** Violates `sessions_external_ref_unique` if a reference was just taken. */
export async function updateSessions(
  database: Database,
  accountId: string,
  sessions: readonly SessionRecord[],
): Promise<void> {
  await database.query(UPDATE, [accountId, ...whole.parameters(sessions)]);
}
