import type { Database } from '../../database/database.js';
import { SESSION_COLUMNS, type SessionRecord } from '../session-record.js';

/** The sessions that bear one of the ids or references, kept from other writers until the transaction ends. */
export function lockSessions(
  database: Database,
  accountId: string,
  ids: readonly string[],
  externalRefs: readonly string[],
): Promise<SessionRecord[]> {
  return database.query(
    `select ${SESSION_COLUMNS}
     from sessions
     where sessions.account_id = $1 and (sessions.id = any($2::uuid[]) or sessions.external_ref = any($3::text[]))
     order by sessions.id
     for update`,
    [accountId, ids, externalRefs],
  );
}

const GIVEN = `
  json_to_recordset($2::json) as given (
    id uuid, external_ref text, user_id uuid, summary text, client text, problem_domain text, domain_key text,
    confidence_tier text, status text, psa_ticket_id text, matched_flow_id uuid, matched_flow_version int,
    match_confidence numeric, matched_at timestamptz, resolved_at timestamptz, escalated_at timestamptz,
    created_at timestamptz, updated_at timestamptz
  )`;

/** Ids of the sessions that were inserted: all but those whose id or reference another transaction took first. */
export async function insertSessions(
  database: Database,
  accountId: string,
  sessions: readonly SessionRecord[],
): Promise<Set<string>> {
  const rows = await database.query<{ id: string }>(
    `insert into sessions (account_id, id, external_ref, user_id, summary, client, problem_domain, domain_key,
                           confidence_tier, status, psa_ticket_id, matched_flow_id, matched_flow_version,
                           match_confidence, matched_at, resolved_at, escalated_at, created_at, updated_at)
     select $1, given.id, given.external_ref, given.user_id, given.summary, given.client, given.problem_domain,
            given.domain_key, given.confidence_tier, given.status, given.psa_ticket_id, given.matched_flow_id,
            given.matched_flow_version, given.match_confidence, given.matched_at, given.resolved_at,
            given.escalated_at, given.created_at, given.updated_at
     from ${GIVEN}
     on conflict do nothing
     returning sessions.id`,
    [accountId, JSON.stringify(sessions)],
  );
  return new Set(rows.map((row) => row.id));
}

/** Writes all that a client can change. Violates `sessions_external_ref_unique` if a reference was just taken. */
export async function updateSessions(
  database: Database,
  accountId: string,
  sessions: readonly SessionRecord[],
): Promise<void> {
  await database.query(
    `update sessions
     set external_ref = given.external_ref, user_id = given.user_id, summary = given.summary, client = given.client,
         problem_domain = given.problem_domain, domain_key = given.domain_key,
         confidence_tier = given.confidence_tier, status = given.status, psa_ticket_id = given.psa_ticket_id,
         matched_flow_id = given.matched_flow_id, matched_flow_version = given.matched_flow_version,
         match_confidence = given.match_confidence, matched_at = given.matched_at, resolved_at = given.resolved_at,
         escalated_at = given.escalated_at, created_at = given.created_at, updated_at = given.updated_at
     from ${GIVEN}
     where sessions.account_id = $1 and sessions.id = given.id`,
    [accountId, JSON.stringify(sessions)],
  );
}
