import type { RecordSessionDto, SessionLineDto, UpdateSessionDto } from '@flowpilot/contracts';
import type { ConfidenceTier, SessionStatus } from '@flowpilot/metrics';

/** What a client says of the problem. Undefined is not given, null clears. */
export interface GivenProblem {
  problem_domain?: string | null;
  summary?: string | null;
  client?: string | null;
  psa_ticket_id?: string | null;
  confidence_tier?: ConfidenceTier | null;
}

/** What a client says of a session that may be new or known. Undefined is not given, null clears. */
export interface GivenSession extends GivenProblem {
  id?: string;
  external_ref?: string;
  user_id?: string | null;
  matched_flow_id?: string | null;
  match_confidence?: number | null;
  matched_at?: Date;
  created_at?: Date;
  status?: SessionStatus;
  resolved_at?: Date;
  escalated_at?: Date;
}

export function givenProblem(input: UpdateSessionDto): GivenProblem {
  return {
    problem_domain: text(input.problem_domain),
    summary: text(input.summary),
    client: text(input.client),
    psa_ticket_id: text(input.psa_ticket_id),
    confidence_tier: input.confidence_tier,
  };
}

/** Of a valid body or line. */
export function givenSession(input: RecordSessionDto & SessionLineDto): GivenSession {
  return {
    ...givenProblem(input),
    id: input.id?.toLowerCase(),
    external_ref: text(input.external_ref) ?? undefined,
    user_id: lowerCase(input.user_id),
    matched_flow_id: lowerCase(input.matched_flow_id),
    match_confidence: input.match_confidence,
    matched_at: time(input.matched_at),
    created_at: time(input.created_at),
    status: input.status ?? undefined,
    resolved_at: time(input.resolved_at),
    escalated_at: time(input.escalated_at),
  };
}

/** A blank text says that nothing is known. */
function text(value: string | null | undefined): string | null | undefined {
  return value?.trim() === '' ? null : value;
}

function lowerCase(id: string | null | undefined): string | null | undefined {
  return id?.toLowerCase() ?? id;
}

function time(value: string | null | undefined): Date | undefined {
  return value === null || value === undefined ? undefined : new Date(value);
}
