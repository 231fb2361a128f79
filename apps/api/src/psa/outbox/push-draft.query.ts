import type { SessionStatus } from '@flowpilot/metrics';

import type { Database } from '../../database/database.js';

export interface DraftRow {
  summary: string | null;
  problem_domain: string | null;
  psa_ticket_id: string | null;
  status: SessionStatus;
  flow: string | null;
  /** As they were at the match. */
  steps: { title?: unknown; kind?: unknown }[] | null;
  /** From opening to closing, or to now. */
  minutes: number;
}

/** What a session's pushes are prefilled from. An abandoned one ended when it was last changed. */
export async function selectDraft(
  database: Database,
  accountId: string,
  sessionId: string,
  now: Date,
): Promise<DraftRow | undefined> {
  const [row] = await database.query<DraftRow>(
    `select sessions.summary, sessions.problem_domain, sessions.psa_ticket_id, sessions.status, versions.name as flow,
            versions.steps,
            (extract(epoch from
              case sessions.status
                when 'resolved' then sessions.resolved_at
                when 'escalated' then sessions.escalated_at
                when 'abandoned' then sessions.updated_at
                else $3
              end - sessions.created_at
            ) / 60)::float8 as minutes
     from sessions
     left join flow_versions as versions
       on versions.account_id = sessions.account_id and versions.flow_id = sessions.matched_flow_id
       and versions.version = sessions.matched_flow_version
     where sessions.account_id = $1 and sessions.id = $2`,
    [accountId, sessionId, now],
  );
  return row;
}
