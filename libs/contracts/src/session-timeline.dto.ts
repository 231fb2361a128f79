import type { PsaActivityType } from '@flowpilot/metrics';

/** What can happen to a session itself. */
export type SessionEventKind = 'created' | 'updated' | 'matched' | 'resolved' | 'escalated' | 'abandoned' | 'reopened';

/** One thing that happened to a session, or that reached the PSA for it. */
export class SessionMomentDto {
  id!: string;
  kind!: SessionEventKind | PsaActivityType;
  at!: string;
  /** `system` is the product itself; null where another system did it. */
  actor_kind!: 'user' | 'api_key' | 'system' | null;
  /** Name of the person or of the API key. */
  actor!: string | null;
  note!: string | null;
  /** Of a match. */
  flow_id!: string | null;
  /** The flow's name now. */
  flow!: string | null;
  flow_version!: number | null;
  /** Of a time entry, up to 4 decimals. */
  hours_logged!: number | null;
  /** Of what reached the PSA. */
  psa_ticket_id!: string | null;
}

export class SessionTimelineDto {
  /** Oldest first. */
  items!: SessionMomentDto[];
  /** False when the oldest are left out: the last 500 are shown. */
  complete!: boolean;
}
