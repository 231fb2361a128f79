import type { PsaActivityType } from '@flowpilot/metrics';

import type { Page } from './page.dto.js';

/** One successful push to the PSA. */
export class PsaActivityDto {
  id!: string;
  activity_type!: PsaActivityType;
  /** Null when it was pushed for no session, or for one that was deleted. */
  session_id!: string | null;
  user_id!: string | null;
  /** 0 to 24, up to 4 decimals, of time entries; null otherwise. */
  hours_logged!: number | null;
  psa_ticket_id!: string | null;
  psa_entry_id!: string | null;
  created_at!: string;
}

export class PsaActivityPageDto implements Page<PsaActivityDto> {
  items!: PsaActivityDto[];
  next_cursor!: string | null;
}

/** What the activities that a filter admits add up to. */
export class PsaActivitySumDto {
  count!: number;
  /** Of the time entries among them, 2 decimals. */
  hours_logged!: number;
  /** Distinct sessions that the time entries were logged for. */
  sessions!: number;
}
