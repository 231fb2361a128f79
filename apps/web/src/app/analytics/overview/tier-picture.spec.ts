import { tierShares } from './overview-tiers.js';
import { tierPicture } from './tier-picture';

const pictureOf = (guided: number, exploring: number, discovery: number, none: number) =>
  tierPicture(tierShares({ guided, exploring, discovery, none }, { period: '7d' })).svg;

describe('tierPicture', () => {
  it('shows what the page shows', () => {
    expect([...pictureOf(1_000, 600, 300, 100).querySelectorAll('text')].map(({ textContent }) => textContent)).toEqual([
      ...['Guided', '1,000', '50.0%'],
      ...['Exploring', '600', '30.0%'],
      ...['Discovery', '300', '15.0%'],
      ...['No tier', '100', '5.0%'],
      ...['All sessions', '2,000'],
    ]);
  });

  it('fills the bar with the tiers that there are, each wide enough to see', () => {
    const parts = [...pictureOf(10_000, 5, 0, 0).querySelectorAll('rect[height="12"]')];
    const [guided = 0, exploring = 0] = parts.map((part) => Number(part.getAttribute('width')));
    expect(parts).toHaveLength(2);
    expect(exploring).toBeGreaterThanOrEqual(3);
    expect(guided + exploring + 2).toBeCloseTo(560);
  });
});
