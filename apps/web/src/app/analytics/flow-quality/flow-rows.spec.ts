import { flow, idleFlow } from './flow-fixture';
import { flowRow } from './flow-rows';

const rowOf = (given: Parameters<typeof flowRow>[0]) => flowRow(given, { period: '7d' }, 8);

describe('flowRow', () => {
  it('writes the figures', () => {
    expect(rowOf(flow())).toMatchObject({
      usage: '10',
      success: '70.0',
      successDetail: '7 of 10 sessions. 95%: 45.3 to 93.7% of the closed',
      lastUsed: 'Today',
      confidence: '0.82',
      qualityText: '0.73',
      qualityRating: 'fair',
    });
  });

  it('puts the dot at the resolved of the closed, in the colour of the success rate', () => {
    const { interval } = rowOf(flow({ usage_count: 10, resolved: 7, closed: 8 }));
    expect(interval).toEqual({ share: 7 / 8, low: 0.453, high: 0.937, doubtful: false, rating: 'fair' });
  });

  it('doubts what rests on too few', () => {
    const { interval, qualityDoubtful } = rowOf(flow({ evidence: 'insufficient' }));
    expect([interval?.doubtful, qualityDoubtful]).toEqual([true, true]);
    expect(rowOf(flow()).qualityDoubtful).toBe(false);
  });

  it('has no interval while nothing is closed', () => {
    const open = flow({ usage_count: 3, resolved: 0, closed: 0, success_rate: 0, success_low: null, success_high: null });
    expect(rowOf(open)).toMatchObject({ interval: null, success: '0.0' });
  });

  it('writes dashes for a flow that was never used', () => {
    expect(rowOf(idleFlow({ attention_reasons: ['unused'] }))).toMatchObject({
      usage: '0',
      success: '–',
      successDetail: '',
      interval: null,
      lastUsed: 'Never',
      unused: true,
      confidence: '–',
      quality: 0,
      qualityRating: 'poor',
    });
  });

  it('judges the exact score, not the rounded one', () => {
    // 0.5 * 5001/10000 + 0.3 + 0.2 = 0.75005, which is shown as 0.75.
    const scored = { usage_count: 10_000, guided: 10_000, quality_score: 0.7501 };
    expect(rowOf(flow({ ...scored, resolved: 5_001 }))).toMatchObject({ qualityText: '0.75', qualityRating: 'good' });
    expect(rowOf(flow({ ...scored, resolved: 5_000 })).qualityRating).toBe('fair');
  });

  it('says why it needs attention, after a colon', () => {
    const facts = { resolved: 2, closed: 5, days_since_last_match: 41, evidence: 'insufficient' as const };
    const row = rowOf(flow({ ...facts, attention_reasons: ['low_success', 'unused'] }));
    expect(row.attention).toEqual([
      { text: '2 of 5, too few to be sure', doubtful: true },
      { text: 'unused 41 days', doubtful: false },
    ]);
  });
});
