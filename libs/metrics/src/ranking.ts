import { byNameThenId, type Comparison, ascending, descending, inOrder } from './order.js';
import { compareRatios, type Ratio } from './ratio.js';
import type { AttentionReason, Evidence, FlowSort, RankBand } from './vocabulary.js';

/** Flows in a band of the ranking, at most. */
export const BAND_SIZE = 5;

/** A flow as the ranking sees it; rates and scores unrounded. */
export interface RankedFlow {
  id: string;
  name: string;
  usageCount: number;
  successRate: Ratio | null;
  score: Ratio;
  evidence: Evidence;
  reasons: readonly AttentionReason[];
}

const byName = byNameThenId<RankedFlow>(
  (flow) => flow.name,
  (flow) => flow.id,
);
const sufficientFirst = descending<RankedFlow>((flow) => Number(flow.evidence === 'sufficient'));
const mostUsedFirst = descending<RankedFlow>((flow) => flow.usageCount);
const leastUsedFirst = ascending<RankedFlow>((flow) => flow.usageCount);
const highestScoreFirst: Comparison<RankedFlow> = (a, b) => compareRatios(b.score, a.score);
const lowestScoreFirst: Comparison<RankedFlow> = (a, b) => compareRatios(a.score, b.score);
const highestSuccessFirst: Comparison<RankedFlow> = (a, b) => {
  if (a.successRate === null || b.successRate === null) {
    return Number(a.successRate === null) - Number(b.successRate === null);
  }
  return compareRatios(b.successRate, a.successRate);
};

const SORTS: Readonly<Record<FlowSort, Comparison<RankedFlow>>> = {
  quality: inOrder(highestScoreFirst, byName),
  usage: inOrder(mostUsedFirst, byName),
  success_rate: inOrder(highestSuccessFirst, byName),
};

/** The flows in the order of a sort: descending, nulls last, then name, then id. */
export function sortedFlows<F extends RankedFlow>(flows: readonly F[], sort: FlowSort): F[] {
  return [...flows].sort(SORTS[sort]);
}

/** Flows with a reason: sufficient evidence first, then most used, name, id. */
export function needsAttention<F extends RankedFlow>(flows: readonly F[]): F[] {
  return flows.filter((flow) => flow.reasons.length > 0).sort(inOrder(sufficientFirst, mostUsedFirst, byName));
}

/** Up to 5 flows used in the window with no reason: sufficient evidence first, then highest score. */
export function topPerformers<F extends RankedFlow>(flows: readonly F[]): F[] {
  return flows
    .filter((flow) => flow.usageCount > 0 && flow.reasons.length === 0)
    .sort(inOrder(sufficientFirst, highestScoreFirst, mostUsedFirst, byName))
    .slice(0, BAND_SIZE);
}

/** The bands by flow id: `top` performers, and of the other flows used in the window the 5 lowest scores. */
export function rankBands(flows: readonly RankedFlow[]): Map<string, RankBand> {
  const bands = new Map<string, RankBand>(topPerformers(flows).map((flow) => [flow.id, 'top']));
  const lowest = flows
    .filter((flow) => flow.usageCount > 0 && !bands.has(flow.id))
    .sort(inOrder(lowestScoreFirst, leastUsedFirst, byName))
    .slice(0, BAND_SIZE);
  for (const flow of lowest) bands.set(flow.id, 'bottom');
  return bands;
}
