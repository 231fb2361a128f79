import type { CoverageRowDto } from '@flowpilot/contracts';

/** A domain of ten sessions, eight of them resolved, unless told otherwise. */
export function coverageRow(told: Partial<CoverageRowDto> = {}): CoverageRowDto {
  return {
    domain: 'VPN',
    category_id: null,
    flow_count: 2,
    session_count: 10,
    resolved: 8,
    escalated: 1,
    guided: 6,
    resolution_rate: 0.8,
    escalation_rate: 0.1,
    abandonment_rate: 0.1,
    pending_rate: 0,
    guided_rate: 0.6,
    match_rate: 0.7,
    closed: 10,
    success_low: 0.49,
    success_high: 0.943,
    evidence: 'sufficient',
    avg_resolution_minutes: 41.2,
    median_resolution_minutes: 33,
    p90_resolution_minutes: null,
    ...told,
  };
}
