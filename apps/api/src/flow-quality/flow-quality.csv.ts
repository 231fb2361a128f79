import type { FlowQualityRowDto } from '@flowpilot/contracts';

import { type CsvColumn, csvFields } from '../http/csv.js';

/** Every field of a row, under its name; several reasons with a space between. */
export const FLOW_QUALITY_COLUMNS: readonly CsvColumn<FlowQualityRowDto>[] = [
  ...csvFields<Omit<FlowQualityRowDto, 'attention_reasons'>>(
    'flow_id',
    'name',
    'tree_type',
    'category',
    'usage_count',
    'resolved',
    'guided',
    'success_rate',
    'guided_rate',
    'avg_confidence',
    'last_matched_at',
    'days_since_last_match',
    'recency_score',
    'quality_score',
    'closed',
    'success_low',
    'success_high',
    'evidence',
    'lifetime_usage_count',
    'lifetime_success_rate',
    'rank_band',
  ),
  { header: 'attention_reasons', value: (row) => row.attention_reasons.join(' ') },
];
