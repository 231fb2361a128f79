import { WINDOW } from '../window-fixture';
import { flowExplanations } from './flow-explanations';

describe('what the flow figures mean', () => {
  const { attention, top } = flowExplanations(WINDOW);
  const fact = ({ facts }: typeof attention, term: string) => facts.find((given) => given.term === term)?.value;

  it('says when a flow needs attention, as it is judged', () => {
    expect(fact(attention, 'Failing')).toBe('Under half of all its sessions, and under half of its closed ones, are resolved');
    expect(fact(attention, 'Unused')).toBe('Last matched 30 or more local days ago, or never and the flow is at least 30 days old');
    expect(fact(attention, 'Outlined')).toBe('Too few closed sessions to be sure');
  });

  it('says which flows stand first', () => {
    expect(fact(attention, 'Order')).toBe('Enough closed sessions first, then the most used');
    expect(fact(top, 'Order')).toBe('Enough closed sessions first, then the highest quality score');
  });
});
