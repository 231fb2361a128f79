import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { byNameThenId } from './order.js';
import { needsAttention, type RankedFlow, rankBands, sortedFlows, topPerformers } from './ranking.js';
import { add, ratio } from './ratio.js';
import type { AttentionReason, Evidence } from './vocabulary.js';

/** Close to each other, far apart, and equal in other terms: the near number alone would tell too many apart or too few. */
const score = fc.tuple(fc.nat(4), fc.constantFrom(1n, 3n, 10n ** 20n)).map(([numerator, scale]) =>
  add(ratio(BigInt(numerator) * scale, 4n * scale), ratio(scale === 3n ? 1n : 0n, 10n ** 30n)),
);

const flows = fc.uniqueArray(
  fc.record<RankedFlow>({
    id: fc.string({ maxLength: 3 }),
    name: fc.constantFrom('vpn', 'VPN', 'Vpn 2', 'Émile', '\uFF21', '\u{1F600}', ''),
    usageCount: fc.nat(3),
    successRate: fc.option(score),
    score,
    evidence: fc.constantFrom<Evidence>('sufficient', 'insufficient'),
    reasons: fc.constantFrom<AttentionReason[]>([], [], ['unused']),
  }),
  { selector: (flow) => flow.id, maxLength: 30 },
);

/** The plain definitions: every comparison by itself, exact, and all the flows sorted. */
const byName = byNameThenId<RankedFlow>(
  (flow) => flow.name,
  (flow) => flow.id,
);
type Terms = RankedFlow['score'];
const less = (a: Terms, b: Terms) => Number(a.numerator * b.denominator - b.numerator * a.denominator);
const success = (a: RankedFlow, b: RankedFlow) =>
  a.successRate && b.successRate
    ? less(b.successRate, a.successRate)
    : Number(a.successRate === null) - Number(b.successRate === null);
const sure = (flow: RankedFlow) => Number(flow.evidence === 'sufficient');
const used = (all: readonly RankedFlow[]) => all.filter((flow) => flow.usageCount > 0);

const bestOf = (all: readonly RankedFlow[]) =>
  used(all)
    .filter((flow) => flow.reasons.length === 0)
    .sort((a, b) => sure(b) - sure(a) || less(b.score, a.score) || b.usageCount - a.usageCount || byName(a, b))
    .slice(0, 5);
const urgentOf = (all: readonly RankedFlow[]) =>
  all
    .filter((flow) => flow.reasons.length > 0)
    .sort((a, b) => sure(b) - sure(a) || b.usageCount - a.usageCount || byName(a, b));

describe('the orders of flows', () => {
  const holds = (property: (all: RankedFlow[]) => void) => {
    fc.assert(fc.property(flows, property), { numRuns: 300 });
  };

  it('sort as their definitions', () => {
    holds((all) => {
      expect(sortedFlows(all, 'quality')).toEqual(all.toSorted((a, b) => less(b.score, a.score) || byName(a, b)));
      expect(sortedFlows(all, 'usage')).toEqual(all.toSorted((a, b) => b.usageCount - a.usageCount || byName(a, b)));
      expect(sortedFlows(all, 'success_rate')).toEqual(all.toSorted((a, b) => success(a, b) || byName(a, b)));
    });
  });

  it('begin with the flows that need attention most, however many are asked for', () => {
    holds((all) => {
      expect(needsAttention(all)).toEqual(urgentOf(all));
      expect(needsAttention(all, 5)).toEqual(urgentOf(all).slice(0, 5));
    });
  });

  it('band the best five and the worst five of the others', () => {
    holds((all) => {
      const top = bestOf(all);
      const bottom = used(all)
        .filter((flow) => !top.includes(flow))
        .sort((a, b) => less(a.score, b.score) || a.usageCount - b.usageCount || byName(a, b))
        .slice(0, 5);
      expect(topPerformers(all)).toEqual(top);
      const bands = [...top.map((flow) => [flow.id, 'top']), ...bottom.map((flow) => [flow.id, 'bottom'])];
      expect([...rankBands(all)]).toEqual(bands);
      expect([...rankBands(all, top)]).toEqual(bands);
    });
  });
});
