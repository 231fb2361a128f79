import type { FlowQualityDto, FlowQualityRowDto } from '@flowpilot/contracts';
import type { FlowRow } from '@flowpilot/testing';

import { compare, compareNames, type Fraction, fraction, rounded, shareOf, wilson } from './arithmetic.js';
import type { AccountHistory } from './history.js';
import { daysBetween, localDate } from './local-time.js';
import { type ReferenceWindow, windowAnswer, within } from './reference-window.js';

/** A row with the score that its order goes by. */
interface Scored {
  row: FlowQualityRowDto;
  score: Fraction;
}

type Order = (a: Scored, b: Scored) => number;

const byName: Order = (a, b) => compareNames([a.row.name, a.row.flow_id], [b.row.name, b.row.flow_id]);
const byScore: Order = (a, b) => compare(b.score, a.score);
const byUsage: Order = (a, b) => b.row.usage_count - a.row.usage_count;
const byEvidence: Order = (a, b) => Number(b.row.evidence === 'sufficient') - Number(a.row.evidence === 'sufficient');
const bySuccess: Order = (a, b) => {
  if (a.row.usage_count === 0 || b.row.usage_count === 0) {
    return Number(a.row.usage_count === 0) - Number(b.row.usage_count === 0);
  }
  return compare(fraction(b.row.resolved, b.row.usage_count), fraction(a.row.resolved, a.row.usage_count));
};

export function referenceFlowQuality(history: AccountHistory, window: ReferenceWindow, sort: string): FlowQualityDto {
  const flows = history.flows.filter((flow) => flow.is_active).map((flow) => scoredRow(history, flow, window));
  const used = flows.filter(({ row }) => row.usage_count > 0);
  const top = used
    .filter(({ row }) => row.attention_reasons.length === 0)
    .sort((a, b) => byEvidence(a, b) || byScore(a, b) || byUsage(a, b) || byName(a, b))
    .slice(0, 5);
  const bottom = used
    .filter((flow) => !top.includes(flow))
    .sort((a, b) => byScore(b, a) || byUsage(b, a) || byName(a, b))
    .slice(0, 5);
  for (const { row } of top) row.rank_band = 'top';
  for (const { row } of bottom) row.rank_band = 'bottom';
  const first = sort === 'usage' ? byUsage : sort === 'success_rate' ? bySuccess : byScore;
  const rows = (scored: Scored[]) => scored.map(({ row }) => row);
  return {
    flows: rows([...flows].sort((a, b) => first(a, b) || byName(a, b))),
    top_performers: rows(top),
    needs_attention: rows(
      flows
        .filter(({ row }) => row.attention_reasons.length > 0)
        .sort((a, b) => byEvidence(a, b) || byUsage(a, b) || byName(a, b)),
    ),
    window: windowAnswer(window) as FlowQualityDto['window'],
  };
}

function scoredRow(history: AccountHistory, flow: FlowRow, window: ReferenceWindow): Scored {
  const matched = history.sessions.map(({ row }) => row).filter((session) => session.matched_flow_id === flow.id);
  const sessions = matched.filter((session) => within(session.created_at, window));
  const usage = sessions.length;
  const resolved = sessions.filter((session) => session.status === 'resolved').length;
  const closed = sessions.filter((session) => session.status !== 'active').length;
  const guided = sessions.filter((session) => session.confidence_tier === 'guided').length;
  const everResolved = matched.filter((session) => session.status === 'resolved').length;
  const days = daysSince(flow.last_matched_at, window);
  const left = days === null ? 0 : Math.max(0, 90 - days);
  const age = daysSince(flow.created_at, window) ?? 0;
  const reasons: FlowQualityRowDto['attention_reasons'] = [];
  if (closed > 0 && resolved / usage < 0.5 && resolved / closed < 0.5) reasons.push('low_success');
  if (days === null ? age >= 30 : days >= 30) reasons.push('unused');
  const score = scoreOf(usage, resolved, guided, left);
  const row: FlowQualityRowDto = {
    flow_id: flow.id,
    name: flow.name,
    tree_type: flow.tree_type,
    category: history.categories.find((category) => category.row.id === flow.category_id)?.row.name ?? null,
    usage_count: usage,
    resolved,
    guided,
    success_rate: shareOf(resolved, usage),
    guided_rate: shareOf(guided, usage),
    avg_confidence: meanConfidence(sessions.map((session) => session.match_confidence)),
    last_matched_at: flow.last_matched_at?.toISOString() ?? null,
    days_since_last_match: days,
    recency_score: rounded(fraction(left, 90), 3),
    quality_score: rounded(score, 4),
    closed,
    ...wilson(resolved, closed),
    evidence: closed >= history.account.min_sample ? 'sufficient' : 'insufficient',
    lifetime_usage_count: matched.length,
    lifetime_success_rate: shareOf(everResolved, matched.length),
    attention_reasons: reasons,
    rank_band: null,
  };
  return { row, score };
}

/** 0.5 success + 0.3 guided + 0.2 recency, over one denominator: 900 sessions. */
function scoreOf(usage: number, resolved: number, guided: number, left: number): Fraction {
  if (usage === 0) return fraction(2 * left, 900);
  return fraction(450 * resolved + 270 * guided + 2 * left * usage, 900 * usage);
}

/** Confidences have up to 4 decimals here. */
function meanConfidence(confidences: (number | null)[]): number | null {
  const known = confidences.filter((confidence) => confidence !== null);
  const parts = known.reduce((sum, confidence) => sum + Math.round(confidence * 10_000), 0);
  return known.length === 0 ? null : rounded(fraction(parts, known.length * 10_000), 3);
}

function daysSince(instant: Date | null, { zone, today }: ReferenceWindow): number | null {
  return instant === null ? null : Math.max(0, daysBetween(localDate(instant.getTime(), zone), today));
}
