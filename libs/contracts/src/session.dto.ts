import type { ConfidenceTier, SessionStatus } from '@flowpilot/metrics';

import type { Page } from './page.dto.js';

/** One AI-guided troubleshooting run by an engineer. */
export class SessionDto {
  id!: string;
  external_ref!: string | null;
  /** The engineer. */
  user_id!: string | null;
  summary!: string | null;
  client!: string | null;
  /** As it was given. */
  problem_domain!: string | null;
  confidence_tier!: ConfidenceTier | null;
  status!: SessionStatus;
  psa_ticket_id!: string | null;
  matched_flow_id!: string | null;
  /** The flow's version at the moment of the match. */
  matched_flow_version!: number | null;
  /** 0 to 1. */
  match_confidence!: number | null;
  matched_at!: string | null;
  resolved_at!: string | null;
  /** Kept when a senior resolves it later, and when it is reopened. */
  escalated_at!: string | null;
  has_note!: boolean;
  has_time_entry!: boolean;
  created_at!: string;
  updated_at!: string;
}

export class SessionPageDto implements Page<SessionDto> {
  items!: SessionDto[];
  next_cursor!: string | null;
}
