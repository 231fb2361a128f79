import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { needsAttention, type RankedFlow, rankBands, sortedFlows, topPerformers } from './ranking.js';
import { compareRatios, ratio } from './ratio.js';

let made = 0;

/** A used flow of sufficient evidence without a reason, unless told otherwise. */
function flow(given: Partial<RankedFlow> & { of100?: number } = {}): RankedFlow {
  made += 1;
  const { of100 = 50, ...rest } = given;
  return {
    id: String(made).padStart(6, '0'),
    name: `flow ${made}`,
    usageCount: 10,
    successRate: ratio(1, 2),
    score: ratio(of100, 100),
    evidence: 'sufficient',
    reasons: [],
    ...rest,
  };
}

const names = (flows: readonly RankedFlow[]) => flows.map((each) => each.name);

describe('sortedFlows', () => {
  const flows = [
    flow({ name: 'b', of100: 40, usageCount: 9, successRate: ratio(3, 4) }),
    flow({ name: 'A', of100: 40, usageCount: 9, successRate: ratio(6, 8) }),
    flow({ name: 'c', of100: 90, usageCount: 1, successRate: ratio(1, 1) }),
    flow({ name: 'd', of100: 10, usageCount: 0, successRate: null }),
    flow({ name: 'a', of100: 20, usageCount: 0, successRate: null }),
  ];

  it.each([
    ['quality', ['c', 'A', 'b', 'a', 'd']],
    ['usage', ['A', 'b', 'c', 'a', 'd']],
    ['success_rate', ['c', 'A', 'b', 'a', 'd']],
  ] as const)('by %s: descending, nulls last, then by name', (sort, expected) => {
    expect(names(sortedFlows(flows, sort))).toEqual(expected);
  });

  it('orders scores that a rounding would tie', () => {
    const close = [flow({ name: 'a', score: ratio(73_000, 100_000) }), flow({ name: 'z', score: ratio(73_001, 100_000) })];
    expect(names(sortedFlows(close, 'quality'))).toEqual(['z', 'a']);
  });
});

describe('needsAttention', () => {
  it('puts the sure cases first, then the most used', () => {
    const flows = [
      flow({ name: 'unsure', reasons: ['low_success'], evidence: 'insufficient', usageCount: 50 }),
      flow({ name: 'little used', reasons: ['unused'], usageCount: 1 }),
      flow({ name: 'much used', reasons: ['low_success'], usageCount: 20 }),
      flow({ name: 'fine' }),
    ];
    expect(names(needsAttention(flows))).toEqual(['much used', 'little used', 'unsure']);
  });
});

describe('topPerformers', () => {
  it('takes used flows without a reason: sure first, best first, then most used', () => {
    const flows = [
      flow({ name: 'unsure but best', of100: 99, evidence: 'insufficient' }),
      flow({ name: 'good', of100: 80 }),
      flow({ name: 'as good, more used', of100: 80, usageCount: 11 }),
      flow({ name: 'failing', of100: 95, reasons: ['low_success'] }),
      flow({ name: 'not used', of100: 95, usageCount: 0 }),
    ];
    expect(names(topPerformers(flows))).toEqual(['as good, more used', 'good', 'unsure but best']);
  });

  it('stops at five', () => {
    expect(topPerformers(Array.from({ length: 9 }, () => flow()))).toHaveLength(5);
  });
});

describe('rankBands', () => {
  it('marks the five lowest of the used flows that are not top, less used first on a tie', () => {
    const top = Array.from({ length: 5 }, (_, index) => flow({ of100: 90 + index }));
    const low = Array.from({ length: 4 }, (_, index) => flow({ of100: 10 + index }));
    const tiedLess = flow({ of100: 30, usageCount: 1, name: 'z' });
    const tiedMore = flow({ of100: 30, usageCount: 2, name: 'a' });
    const unused = flow({ of100: 1, usageCount: 0 });
    const bands = rankBands([...top, ...low, tiedMore, tiedLess, unused]);
    expect(top.map((each) => bands.get(each.id))).toEqual(Array(5).fill('top'));
    expect([...low, tiedLess].map((each) => bands.get(each.id))).toEqual(Array(5).fill('bottom'));
    expect([bands.get(tiedMore.id), bands.get(unused.id)]).toEqual([undefined, undefined]);
  });

  it('never marks a flow as both, nor an unused one, nor more than five of a kind', () => {
    const anyFlow = fc.record({ of100: fc.nat(100), usageCount: fc.nat(3) }).map((given) => flow(given));
    fc.assert(
      fc.property(fc.array(anyFlow, { maxLength: 25 }), (flows) => {
        const bands = rankBands(flows);
        const of = (band: string) => flows.filter((each) => bands.get(each.id) === band);
        expect(of('top').length).toBeLessThanOrEqual(5);
        expect(of('bottom').length).toBeLessThanOrEqual(5);
        expect([...of('top'), ...of('bottom')].every((each) => each.usageCount > 0)).toBe(true);
        const rest = flows.filter((each) => each.usageCount > 0 && !bands.has(each.id));
        for (const low of of('bottom')) {
          expect(rest.every((each) => compareRatios(low.score, each.score) <= 0)).toBe(true);
        }
      }),
    );
  });
});
