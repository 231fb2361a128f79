import { funnelBars } from './funnel-steps';

const step = (count: number) => ({ label: 'Step', shortLabel: 'Step', count, lost: 'without it' });

describe('funnelBars', () => {
  it('measures each bar by the first step, and each passage by the step before', () => {
    const [first, second, third] = funnelBars([step(1_284), step(1_054), step(820)]);
    expect(first).toMatchObject({ length: 1, passed: null });
    expect(second?.length).toBeCloseTo(0.8209);
    expect(second?.passed?.rate).toBeCloseTo(0.8209);
    expect(second?.passed?.lost).toBe(230);
    expect(third?.length).toBeCloseTo(0.6386);
    expect(third?.passed?.rate).toBeCloseTo(0.778);
    expect(third?.passed?.lost).toBe(234);
  });

  it('has no passage from an empty step', () => {
    expect(funnelBars([step(3), step(0), step(0)])[2]).toMatchObject({ length: 0, passed: { rate: null, lost: 0 } });
    expect(funnelBars([step(0)])[0]).toMatchObject({ length: 0, passed: null });
  });
});
