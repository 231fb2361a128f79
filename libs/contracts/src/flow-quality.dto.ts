import type { AttentionReason, Evidence, RankBand, TreeType } from '@flowpilot/metrics';

import { WindowDto } from './window.dto.js';

/** One active flow. Rates are shares of the window's sessions matched to it, 3 decimals, null without any. */
export class FlowQualityRowDto {
  flow_id!: string;
  name!: string;
  tree_type!: TreeType;
  category!: string | null;
  usage_count!: number;
  success_rate!: number | null;
  guided_rate!: number | null;
  /** Mean match confidence, 0 to 1, 3 decimals. */
  avg_confidence!: number | null;
  last_matched_at!: string | null;
  /** 0 to 1, 3 decimals. */
  recency_score!: number;
  /** 0 to 1, 4 decimals. */
  quality_score!: number;
  closed!: number;
  success_low!: number | null;
  success_high!: number | null;
  evidence!: Evidence;
  lifetime_usage_count!: number;
  lifetime_success_rate!: number | null;
  attention_reasons!: AttentionReason[];
  rank_band!: RankBand | null;
  /** Whole local days since the last match; null when never matched. */
  days_since_last_match!: number | null;
  /** Resolved sessions of the window. */
  resolved!: number;
  /** Guided sessions of the window. */
  guided!: number;
}

export class FlowQualityDto {
  flows!: FlowQualityRowDto[];
  top_performers!: FlowQualityRowDto[];
  needs_attention!: FlowQualityRowDto[];
  window!: WindowDto;
}
