import { filterChips } from './filter-chips';
import { isFiltered, readSessionFilter, sessionQuery, withValue } from './session-filter';

const read = (query: string) => readSessionFilter(new URLSearchParams(query));
const names = { flowName: (id: string) => (id === 'f' ? 'VPN drops' : undefined), userName: () => 'Priya Nair' };
const chips = (query: string) => filterChips(read(query), names).map(({ label, value }) => `${label}: ${value}`);

describe('the filter of the sessions', () => {
  it.each<[string, string]>([
    ['', 'period=30d'],
    ['period=7d&domain=VPN', 'domain=VPN&period=7d'],
    ['status=resolved&status=escalated&status=resolved', 'status=resolved&status=escalated&period=30d'],
    ['status=open&step=pushed&unmapped=yes&domain=%20', 'period=30d'],
    ['from=2026-10-01&to=2026-10-31&previous=true', 'previous=true&from=2026-10-01&to=2026-10-31'],
    ['flow_id=f&lifetime=true&period=7d', 'lifetime=true&flow_id=f'],
    ['lost_after=doc_pushed&sort=x', 'lost_after=doc_pushed&period=30d'],
  ])('%s is asked for as %s', (query, asked) => expect(sessionQuery(read(query))).toBe(asked));

  it('is the same when read from what it asks for', () => {
    const filter = read('confidence_tier=none&confidence_tier=guided&client=Acme&unlogged=true&period=90d');
    expect(read(sessionQuery(filter))).toEqual(filter);
  });

  it('loses a condition without values', () => {
    expect(sessionQuery(withValue(read('domain=VPN&status=active'), 'domain', []))).toBe('status=active&period=30d');
  });

  it.each<[string, boolean]>([['', false], ['period=30d', false], ['period=7d', true], ['domain=VPN', true]])('%s is a filter: %s', (query, expected) => {
    expect(isFiltered(read(query))).toBe(expected);
  });
});

describe('the chips', () => {
  it.each<[string, string[]]>([
    ['', ['Created: Last 30 days']],
    ['domain=VPN&status=escalated', ['Created: Last 30 days', 'Domain: VPN', 'Status: Escalated']],
    ['status=resolved&status=escalated', ['Created: Last 30 days', 'Status: Resolved or Escalated']],
    ['flow_id=f&lifetime=true', ['Days: The flow’s whole life', 'Flow: VPN drops']],
    ['flow_id=g&user_id=u', ['Created: Last 30 days', 'Flow: One flow', 'Engineer: Priya Nair']],
    ['lost_after=total_sessions&previous=true', ['Created: Last 30 days', 'Compared days: The days before these', 'Lost: Without a ticket']],
    ['confidence_tier=none&unlogged=true', ['Created: Last 30 days', 'Tier: No tier', 'Time entry: Missing for a while']],
  ])('of %s', (query, expected) => expect(chips(query)).toEqual(expected));

  it('take their condition away', () => {
    const [, domain] = filterChips(read('domain=VPN&status=active&period=7d'), names);
    expect(domain?.without && sessionQuery(domain.without)).toBe('status=active&period=7d');
  });

  it('take a whole life away with its flow', () => {
    const flow = filterChips(read('flow_id=f&lifetime=true&status=active'), names).find(({ label }) => label === 'Flow');
    expect(flow?.without && sessionQuery(flow.without)).toBe('status=active&period=30d');
  });

  it('lead back to the default days, which cannot go', () => {
    const [week] = filterChips(read('period=7d'), names);
    expect(week?.without && sessionQuery(week.without)).toBe('period=30d');
    expect(filterChips(read(''), names)[0]?.without).toBeUndefined();
  });
});
