import type { FlowQualityRowDto } from '@flowpilot/contracts';

/** A flow of ten sessions, seven of them resolved, unless told otherwise: the worked example of the metrics. */
export function flow(told: Partial<FlowQualityRowDto> = {}): FlowQualityRowDto {
  return {
    flow_id: 'a',
    name: 'VPN drops every few minutes',
    tree_type: 'troubleshooting',
    category: 'VPN',
    usage_count: 10,
    success_rate: 0.7,
    guided_rate: 0.6,
    avg_confidence: 0.823,
    last_matched_at: '2026-11-24T09:00:00Z',
    recency_score: 1,
    quality_score: 0.73,
    closed: 9,
    success_low: 0.453,
    success_high: 0.937,
    evidence: 'sufficient',
    lifetime_usage_count: 40,
    lifetime_success_rate: 0.7,
    attention_reasons: [],
    rank_band: null,
    days_since_last_match: 0,
    resolved: 7,
    guided: 6,
    ...told,
  };
}

/** Never used in the window. */
export function idleFlow(told: Partial<FlowQualityRowDto> = {}): FlowQualityRowDto {
  return flow({
    usage_count: 0,
    resolved: 0,
    guided: 0,
    closed: 0,
    success_rate: null,
    guided_rate: null,
    avg_confidence: null,
    success_low: null,
    success_high: null,
    evidence: 'insufficient',
    last_matched_at: null,
    days_since_last_match: null,
    recency_score: 0,
    quality_score: 0,
    ...told,
  });
}
