import { coverageExplanations } from './coverage/coverage-explanations';
import { explained, explainedWithPrevious } from './explained';
import { flowExplanations } from './flow-quality/flow-explanations';
import { overviewExplanations } from './overview/overview-explanations';
import { overview } from './overview/overview-fixture';
import { psaExplanations } from './psa/psa-explanations';
import { WINDOW } from './window-fixture';

type Given = Readonly<Record<string, { facts: readonly { term: string }[] }>>;

const terms = ({ facts }: { facts: readonly { term: string }[] }) => facts.map(({ term }) => term);
const comparedOf = (given: Given) => Object.keys(given).filter((name) => given[name] && terms(given[name]).includes('Compared with'));

describe('the window in an explanation', () => {
  it('says which days it is compared with only where it is', () => {
    expect(terms(explained('Gaps', '', WINDOW))).toEqual(['Window', 'Time zone']);
    expect(terms(explainedWithPrevious('Sessions', '', WINDOW))).toEqual(['Window', 'Compared with', 'Time zone']);
  });

  it('is compared for the figures that stand beside those of the days before', () => {
    expect(comparedOf(overviewExplanations(overview(), 8))).toEqual(['sessions', 'resolution', 'escalation', 'guided', 'median', 'hours']);
    expect(comparedOf(psaExplanations(WINDOW))).toEqual(['entries', 'hours', 'hoursASession']);
    expect([comparedOf(coverageExplanations(WINDOW)), comparedOf(flowExplanations(WINDOW))]).toEqual([[], []]);
  });

  it('carries the year of days that are over for long', () => {
    const old = { ...WINDOW, from: '2016-02-29T00:00:00Z', to: '2016-03-30T23:00:00Z' };
    expect(explained('Gaps', '', old).facts[0]?.value).toBe('Feb 29, 2016 00:00 – Mar 31, 2016 00:00');
  });
});
