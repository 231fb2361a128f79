import { funnelPicture } from './funnel-picture';
import { funnelBars } from './funnel-steps';

const steps = [
  { label: 'Sessions', shortLabel: 'Sessions', count: 1_284, lost: '' },
  { label: 'Linked to a ticket', shortLabel: 'Ticket', count: 1_054, lost: 'without a ticket' },
];

describe('funnelPicture', () => {
  it('shows what the page shows', () => {
    const { svg } = funnelPicture(funnelBars(steps));
    expect([...svg.querySelectorAll('text')].map(({ textContent }) => textContent)).toEqual([
      'Sessions',
      '1,284',
      '82.1%',
      '230 without a ticket',
      'Linked to a ticket',
      '1,054',
    ]);
  });

  it('draws each bar on a track of the first one’s length', () => {
    const [track, first, , second] = funnelPicture(funnelBars(steps)).svg.querySelectorAll('rect');
    expect(first?.getAttribute('width')).toBe(track?.getAttribute('width'));
    expect(Number(second?.getAttribute('width')) / Number(track?.getAttribute('width'))).toBeCloseTo(0.8209);
  });

  it('is empty without steps', () => {
    expect(funnelPicture([]).svg.childElementCount).toBe(0);
  });
});
