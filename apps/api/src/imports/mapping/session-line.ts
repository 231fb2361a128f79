import type { MappedSession } from './row-mapper.js';

/** One NDJSON line of the bulk route. What the row does not say is left out, so that nothing known is erased. */
export function sessionLine(session: MappedSession, flowId: string | undefined): string {
  const matched = flowId === undefined ? {} : { matched_flow_id: flowId, match_confidence: session.match_confidence };
  const fields = {
    external_ref: session.external_ref,
    created_at: iso(session.created_at),
    status: session.status,
    resolved_at: iso(session.resolved_at),
    escalated_at: iso(session.escalated_at),
    problem_domain: session.problem_domain,
    confidence_tier: session.confidence_tier,
    psa_ticket_id: session.psa_ticket_id,
    client: session.client,
    summary: session.summary,
    ...matched,
    matched_at: flowId === undefined ? null : iso(session.matched_at),
  };
  return JSON.stringify(fields, (_, value: unknown) => value ?? undefined);
}

function iso(instant: number | null): string | null {
  return instant === null ? null : new Date(instant).toISOString();
}
