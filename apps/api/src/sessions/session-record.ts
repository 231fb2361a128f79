import type { SessionDto } from '@flowpilot/contracts';
import type { ConfidenceTier, SessionStatus } from '@flowpilot/metrics';

/** A session as it is stored. */
export interface SessionRecord {
  id: string;
  external_ref: string | null;
  user_id: string | null;
  summary: string | null;
  client: string | null;
  problem_domain: string | null;
  domain_key: string | null;
  confidence_tier: ConfidenceTier | null;
  status: SessionStatus;
  psa_ticket_id: string | null;
  matched_flow_id: string | null;
  matched_flow_version: number | null;
  match_confidence: number | null;
  matched_at: Date | null;
  resolved_at: Date | null;
  escalated_at: Date | null;
  has_note: boolean;
  has_time_entry: boolean;
  created_at: Date;
  updated_at: Date;
}

/** The select list of a `SessionRecord`. */
export const SESSION_COLUMNS = `
  sessions.id, sessions.external_ref, sessions.user_id, sessions.summary, sessions.client, sessions.problem_domain,
  sessions.domain_key, sessions.confidence_tier, sessions.status, sessions.psa_ticket_id, sessions.matched_flow_id,
  sessions.matched_flow_version, sessions.match_confidence::float8 as match_confidence, sessions.matched_at,
  sessions.resolved_at, sessions.escalated_at, sessions.has_note, sessions.has_time_entry, sessions.created_at,
  sessions.updated_at`;

export function toSessionDto({ domain_key: _, ...session }: SessionRecord): SessionDto {
  return {
    ...session,
    matched_at: iso(session.matched_at),
    resolved_at: iso(session.resolved_at),
    escalated_at: iso(session.escalated_at),
    created_at: session.created_at.toISOString(),
    updated_at: session.updated_at.toISOString(),
  };
}

function iso(time: Date | null): string | null {
  return time?.toISOString() ?? null;
}
