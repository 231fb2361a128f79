import { sessionsOfTiers, tierShares } from './overview-tiers.js';

describe('tierShares', () => {
  it('are shares of all sessions, those without a tier included', () => {
    const tiers = { guided: 10, exploring: 6, discovery: 3, none: 1 };
    expect(tierShares(tiers, { period: '7d' }).map(({ label, sessions, share }) => [label, sessions, share])).toEqual([
      ['Guided', 10, '50.0%'],
      ['Exploring', 6, '30.0%'],
      ['Discovery', 3, '15.0%'],
      ['No tier', 1, '5.0%'],
    ]);
    expect(sessionsOfTiers(tiers)).toBe(20);
  });

  it('are dashes without sessions', () => {
    const shares = tierShares({ guided: 0, exploring: 0, discovery: 0, none: 0 }, { period: '7d' });
    expect(shares.map(({ share }) => share)).toEqual(['–', '–', '–', '–']);
  });

  it('lead to their sessions', () => {
    const [guided] = tierShares({ guided: 1, exploring: 0, discovery: 0, none: 0 }, { period: '7d' });
    expect(guided?.rows).toEqual({ path: '/sessions', query: { period: '7d', confidence_tier: 'guided' } });
  });
});
