import type { SessionDto } from '@flowpilot/contracts';

/** A guided session that was escalated after 34 minutes, unless told otherwise, for specs. */
export function session(told: Partial<SessionDto> = {}): SessionDto {
  return {
    id: 's-1',
    external_ref: null,
    user_id: 'u-1',
    summary: 'Tunnel drops after 3 to 4 minutes',
    client: 'Harbour Dental',
    problem_domain: 'VPN',
    confidence_tier: 'guided',
    status: 'escalated',
    psa_ticket_id: '48516',
    matched_flow_id: 'f-1',
    matched_flow_version: 14,
    match_confidence: 0.76,
    matched_at: '2026-11-24T10:05:00Z',
    resolved_at: null,
    escalated_at: '2026-11-24T10:38:00Z',
    has_note: true,
    has_time_entry: false,
    created_at: '2026-11-24T10:04:00Z',
    updated_at: '2026-11-24T10:38:00Z',
    ...told,
  };
}
