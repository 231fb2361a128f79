import { flowFacts } from './flow-facts.js';
import { FLOW } from './flow-fixture.js';

describe('flowFacts', () => {
  it('are written in the account’s zone', () => {
    const facts = new Map(flowFacts(FLOW, 'Asia/Kolkata').map(({ term, value }) => [term, value]));
    expect(facts.get('Sessions matched to it')).toBe('128');
    expect(facts.get('Success rate')).toBe('47.7%');
    expect(facts.get('Last match')).toBe('Nov 24 15:34');
  });

  it('say when a flow was never matched', () => {
    const facts = flowFacts({ ...FLOW, last_matched_at: null, success_rate: null }, 'UTC');
    expect(facts.find(({ term }) => term === 'Last match')?.value).toBe('Never');
    expect(facts.find(({ term }) => term === 'Success rate')?.value).toBe('–');
  });
});
