import { ascending, byCodePoint, type Comparison, descending, firstInOrder, inOrder } from './order.js';
import { compareMeasured, type Measured, measured, type Ratio } from './ratio.js';
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

/** A flow beside what it is sorted by, each worked out once and not for each comparison. */
interface Entry<F extends RankedFlow = RankedFlow> {
  flow: F;
  lowerCasedName: string;
  successRate: Measured | null;
  score: Measured;
}

function toEntry<F extends RankedFlow>(flow: F): Entry<F> {
  return {
    flow,
    lowerCasedName: flow.name.toLowerCase(),
    successRate: flow.successRate && measured(flow.successRate),
    score: measured(flow.score),
  };
}

/** By name, then id: as `byNameThenId`. */
const byName = inOrder<Entry>(
  byCodePoint((entry) => entry.lowerCasedName),
  byCodePoint((entry) => entry.flow.id),
);
const sufficientFirst = descending<Entry>((entry) => Number(entry.flow.evidence === 'sufficient'));
const mostUsedFirst = descending<Entry>((entry) => entry.flow.usageCount);
const leastUsedFirst = ascending<Entry>((entry) => entry.flow.usageCount);
const highestScoreFirst: Comparison<Entry> = (a, b) => compareMeasured(b.score, a.score);
const lowestScoreFirst: Comparison<Entry> = (a, b) => compareMeasured(a.score, b.score);
const highestSuccessFirst: Comparison<Entry> = (a, b) => {
  if (a.successRate === null || b.successRate === null) {
    return Number(a.successRate === null) - Number(b.successRate === null);
  }
  return compareMeasured(b.successRate, a.successRate);
};

const SORTS: Readonly<Record<FlowSort, Comparison<Entry>>> = {
  quality: inOrder(highestScoreFirst, byName),
  usage: inOrder(mostUsedFirst, byName),
  success_rate: inOrder(highestSuccessFirst, byName),
};
const MOST_URGENT_FIRST = inOrder(sufficientFirst, mostUsedFirst, byName);
const BEST_FIRST = inOrder(sufficientFirst, highestScoreFirst, mostUsedFirst, byName);
const WORST_FIRST = inOrder(lowestScoreFirst, leastUsedFirst, byName);

/** The first flows in an order, at most `count`. */
function firstFlows<F extends RankedFlow>(flows: readonly F[], count: number, order: Comparison<Entry>): F[] {
  return firstInOrder(flows.map(toEntry<F>), count, order).map((entry) => entry.flow);
}

/** The flows in the order of a sort: descending, nulls last, then name, then id. */
export function sortedFlows<F extends RankedFlow>(flows: readonly F[], sort: FlowSort): F[] {
  return firstFlows(flows, flows.length, SORTS[sort]);
}

/** Flows with a reason, all or the first few: sufficient evidence first, then most used, name, id. */
export function needsAttention<F extends RankedFlow>(flows: readonly F[], atMost = Infinity): F[] {
  const withReason = flows.filter((flow) => flow.reasons.length > 0);
  return firstFlows(withReason, atMost, MOST_URGENT_FIRST);
}

/** Up to 5 flows used in the window with no reason: sufficient evidence first, then highest score. */
export function topPerformers<F extends RankedFlow>(flows: readonly F[]): F[] {
  const working = flows.filter((flow) => flow.usageCount > 0 && flow.reasons.length === 0);
  return firstFlows(working, BAND_SIZE, BEST_FIRST);
}

/** The bands by flow id: `top` performers, and of the other flows used in the window the 5 lowest scores. */
export function rankBands(flows: readonly RankedFlow[], top = topPerformers(flows)): Map<string, RankBand> {
  const bands = new Map<string, RankBand>(top.map((flow) => [flow.id, 'top']));
  const others = flows.filter((flow) => flow.usageCount > 0 && !bands.has(flow.id));
  for (const flow of firstFlows(others, BAND_SIZE, WORST_FIRST)) bands.set(flow.id, 'bottom');
  return bands;
}
