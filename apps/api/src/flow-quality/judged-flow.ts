import type { FlowQualityRowDto } from '@flowpilot/contracts';
import {
  attentionReasons,
  divide,
  evidence,
  qualityScore,
  type RankBand,
  type RankedFlow,
  rate,
  RATE_DECIMALS,
  ratio,
  recency,
  roundRatio,
  SCORE_DECIMALS,
  share,
  sumOfDecimals,
  wilsonInterval,
} from '@flowpilot/metrics';

import type { FlowFacts } from './flow-quality.query.js';

/** A flow as the ranking sees it, beside the facts it was judged by. */
export interface JudgedFlow extends RankedFlow {
  facts: FlowFacts;
}

export function judgeFlow(facts: FlowFacts, minSample: number): JudgedFlow {
  const parts = {
    usageCount: facts.usage_count,
    resolved: facts.resolved,
    closed: facts.closed,
    guided: facts.guided,
    daysSinceLastMatch: daysSinceLastMatch(facts),
    daysIdle: facts.days_idle,
  };
  return {
    facts,
    id: facts.flow_id,
    name: facts.name,
    usageCount: facts.usage_count,
    successRate: share(facts.resolved, facts.usage_count),
    score: qualityScore(parts),
    evidence: evidence(facts.closed, minSample),
    reasons: attentionReasons(parts),
  };
}

export function toFlowQualityRow(flow: JudgedFlow, rankBand: RankBand | null): FlowQualityRowDto {
  const { facts } = flow;
  return {
    flow_id: facts.flow_id,
    name: facts.name,
    tree_type: facts.tree_type,
    category: facts.category,
    usage_count: facts.usage_count,
    resolved: facts.resolved,
    guided: facts.guided,
    success_rate: roundRatio(flow.successRate, RATE_DECIMALS),
    guided_rate: rate(facts.guided, facts.usage_count),
    avg_confidence: averageConfidence(facts),
    last_matched_at: facts.last_matched_ms === null ? null : new Date(facts.last_matched_ms).toISOString(),
    days_since_last_match: daysSinceLastMatch(facts),
    recency_score: roundRatio(recency(daysSinceLastMatch(facts)), RATE_DECIMALS),
    quality_score: roundRatio(flow.score, SCORE_DECIMALS),
    closed: facts.closed,
    ...wilsonInterval(facts.resolved, facts.closed),
    evidence: flow.evidence,
    lifetime_usage_count: facts.lifetime_usage_count,
    lifetime_success_rate: facts.lifetime_success_rate,
    attention_reasons: [...flow.reasons],
    rank_band: rankBand,
  };
}

/** A match may lie minutes in the future, and so on the next local day. */
function daysSinceLastMatch({ last_matched_ms: matched, days_idle: days }: FlowFacts): number | null {
  return matched === null ? null : Math.max(0, days);
}

function averageConfidence({ confidence_count: count, confidence_sums: sums }: FlowFacts): number | null {
  return count === 0 ? null : roundRatio(divide(sumOfDecimals(sums), ratio(count)), RATE_DECIMALS);
}
