import type { Evidence } from '@flowpilot/metrics';

import { WindowDto } from './window.dto.js';

/** One problem domain of the window. Rates are shares of all its sessions, 3 decimals, null without sessions. */
export class CoverageRowDto {
  domain!: string;
  /** The category whose key equals the domain's, if the account has one. */
  category_id!: string | null;
  /** Active flows in that category. */
  flow_count!: number;
  session_count!: number;
  /** Sessions of the window by what counts: the numerators of the rates below. */
  resolved!: number;
  escalated!: number;
  guided!: number;
  resolution_rate!: number | null;
  escalation_rate!: number | null;
  abandonment_rate!: number | null;
  pending_rate!: number | null;
  guided_rate!: number | null;
  match_rate!: number | null;
  /** Resolved, escalated or abandoned sessions. */
  closed!: number;
  /** 95 % Wilson interval of resolved / closed; null when nothing is closed. */
  success_low!: number | null;
  success_high!: number | null;
  evidence!: Evidence;
  /** Minutes, 1 decimal, resolved sessions only; null when none. */
  avg_resolution_minutes!: number | null;
  median_resolution_minutes!: number | null;
  /** Null below 20 resolved sessions. */
  p90_resolution_minutes!: number | null;
}

export class CoverageDto {
  domains!: CoverageRowDto[];
  unmapped_session_count!: number;
  total_domains!: number;
  uncategorised_flow_count!: number;
  window!: WindowDto;
}
