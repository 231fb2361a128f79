import { WindowDto } from './window.dto.js';

/** Nested: each step counts sessions of the step before it. */
export class PushFunnelDto {
  total_sessions!: number;
  linked_to_ticket!: number;
  doc_pushed!: number;
  time_entry_logged!: number;
}

export class PsaDayDto {
  /** Local day, YYYY-MM-DD. */
  date!: string;
  entries!: number;
  /** 2 decimals. */
  hours!: number;
}

export class PsaTotalsDto {
  total_time_entries!: number;
  /** 2 decimals. */
  total_hours_logged!: number;
  /** Per distinct session with an entry, 2 decimals, 0 when none. */
  avg_hours_per_session!: number;
}

export class PsaMetricsDto extends PsaTotalsDto {
  push_funnel!: PushFunnelDto;
  daily_trend!: PsaDayDto[];
  unattributed_entries!: number;
  skipped_a_step!: number;
  failed_pushes!: number;
  pending_pushes!: number;
  unlogged_sessions!: number;
  unlogged_hours_estimate!: number | null;
  previous!: PsaTotalsDto;
  window!: WindowDto;
}
