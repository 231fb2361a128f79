import { windowFacts } from './window-facts.js';

describe('windowFacts', () => {
  it('says which days, and in which zone they are days', () => {
    expect(windowFacts({ period: '7d' }, 'Europe/London')).toEqual([
      { term: 'Window', value: 'Last 7 days' },
      { term: 'Time zone', value: 'Europe/London' },
    ]);
  });

  it('says so of all time, and of the days before', () => {
    expect(windowFacts(undefined, 'UTC')[0]).toEqual({ term: 'Window', value: 'All time' });
    expect(windowFacts({ period: '7d' }, 'UTC', true)[1]).toEqual({ term: 'Compared days', value: 'The days before these' });
  });
});
