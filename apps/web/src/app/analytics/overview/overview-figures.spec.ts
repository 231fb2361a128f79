import { overviewFigures } from './overview-figures.js';
import { overview } from './overview-fixture.js';

const figureOf = (label: string, given = overview()) => overviewFigures(given, 8).find((figure) => figure.label === label);
const factOf = (label: string, term: string) => figureOf(label)?.explanation.facts.find((fact) => fact.term === term)?.value;

describe('overviewFigures', () => {
  it('are seven, in the order of the strip', () => {
    expect(overviewFigures(overview(), 8).map(({ label, figure, unit }) => `${label} ${figure}${unit}`)).toEqual([
      'Sessions 20',
      'Resolution rate 60.0%',
      'Escalation rate 20.0%',
      'Guided rate 50.0%',
      'Median to resolve 25min',
      'Hours logged 9h',
      'Active flows 31',
    ]);
  });

  it('judge a falling escalation rate as better', () => {
    expect(figureOf('Escalation rate')?.change).toMatchObject({ direction: 'down', tone: 'better', size: '5.0 pts' });
  });

  it('show a dash where nothing is known, and claim no comparison', () => {
    const nothing = { value: null, previous: null, change: null };
    expect(figureOf('Median to resolve', overview({ median_resolution_minutes: nothing }))).toMatchObject({
      figure: '–',
      unit: '',
      change: undefined,
      note: '',
    });
  });

  it('say so when the window before was empty', () => {
    expect(figureOf('Sessions', overview({ sessions: { value: 5, previous: 0, change: null } }))?.note).toBe(
      'Nothing to compare with',
    );
  });

  it('have a trend where the answer holds a series', () => {
    expect(figureOf('Sessions')?.trend).toEqual([10, 10]);
    expect(figureOf('Active flows')?.trend).toBeUndefined();
  });

  it('explain rates by their counts', () => {
    expect(figureOf('Resolution rate')?.explanation.facts.slice(0, 4)).toEqual([
      { term: 'Resolved', value: '12' },
      { term: 'All sessions', value: '20' },
      { term: 'How sure', value: '95%: 43.7 to 83.7% of the closed' },
      { term: 'Before', value: '55.0%' },
    ]);
    expect(factOf('Escalation rate', 'How sure')).toBe('18 of 20 are closed');
    expect(factOf('Guided rate', 'How sure')).toBe('18 of 20 are closed');
    expect(factOf('Median to resolve', 'How sure')).toBe('12 resolved, at most 1% off');
    expect(figureOf('Resolution rate')?.explanation.facts.at(-1)).toEqual({ term: 'Time zone', value: 'Europe/London' });
  });
});
