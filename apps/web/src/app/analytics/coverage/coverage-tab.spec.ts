import { AnalyticsPage } from '../../../../test/analytics-tab';
import { coverageRow } from './coverage-row-fixture';

const WINDOW = {
  period: '30d',
  from: '2026-10-26T00:00:00Z',
  to: '2026-11-24T16:42:00Z',
  time_zone: 'Europe/London',
  previous: { from: '2026-09-25T23:00:00Z', to: '2026-10-25T15:42:00Z' },
};

const COVERAGE = {
  domains: [
    coverageRow({ domain: 'Email', session_count: 30, resolved: 15, resolution_rate: 0.5 }),
    coverageRow({ domain: 'Telephony', flow_count: 0, category_id: 'c-1', session_count: 20, resolved: 18, resolution_rate: 0.9 }),
    coverageRow({ domain: 'Mobile', session_count: 6, resolved: 3, resolution_rate: 0.5, closed: 5, evidence: 'insufficient' }),
  ],
  unmapped_session_count: 46,
  total_domains: 3,
  uncategorised_flow_count: 0,
  window: WINDOW,
};

const domains = (page: AnalyticsPage) => page.texts('tbody th .name');

describe('the coverage tab', () => {
  let page: AnalyticsPage;

  beforeEach(async () => {
    page = await AnalyticsPage.open('coverage?period=30d');
  });

  it('holds its place while it loads', () => {
    expect(page.texts('[role=status]')).toEqual(['Loading coverage']);
  });

  describe('with figures', () => {
    beforeEach(() => page.answer('coverage?period=30d', COVERAGE));

    it('lists the domains, busiest first, and sums them up', () => {
      expect(domains(page)).toEqual(['Email', 'Telephony', 'Mobile']);
      expect(page.texts('.summary fp-explain')).toEqual(['3 domains', '1 gap', 'unmapped sessions']);
      expect(page.texts('.summary a')).toEqual(['46, show the unmapped sessions']);
    });

    it('says a rating in words, and its doubt', () => {
      const [email, , mobile] = page.texts('tbody tr');
      expect(email).toContain('fair50.0');
      expect(mobile).toContain('fair, too few to be sure');
    });

    it('leads from a gap to a flow that fills it, and back', () => {
      const [link] = page.main.querySelectorAll<HTMLAnchorElement>('a.create');
      const address = new URL(link?.href ?? '', 'http://localhost');
      expect(address.pathname).toBe('/flows/new');
      expect(Object.fromEntries(address.searchParams)).toEqual({
        domain: 'Telephony',
        category_id: 'c-1',
        return: '/analytics/coverage?period=30d',
      });
    });

    it('sorts by a column, keeps that in the address, and turns it round', async () => {
      await page.press('Sort by resolution');
      expect(domains(page)).toEqual(['Telephony', 'Email', 'Mobile']);
      expect(page.url).toBe('/analytics/coverage?period=30d&sort=resolution');
      expect(page.find('[aria-sort]').textContent).toContain('Resolution %');
      expect(page.find('[aria-sort]').getAttribute('aria-sort')).toBe('descending');

      await page.press('Sort by resolution');
      expect(domains(page)).toEqual(['Email', 'Mobile', 'Telephony']);
      expect(page.url).toContain('order=asc');
    });

    it('asks nothing more when it is left and opened again', async () => {
      await page.goTo('psa?period=30d');
      await page.answer('psa-metrics?period=30d', psaStub());
      await page.goTo('coverage?period=30d');
      expect(domains(page)).toHaveLength(3);
      page.asksNothing();
    });
  });

  it('says so when there is nothing', async () => {
    await page.answer('coverage?period=30d', { ...COVERAGE, domains: [], total_domains: 0 });
    expect(page.texts('fp-empty-state h2')).toEqual(['No sessions and no flows in this window']);
  });

  it('offers to try again when it fails', async () => {
    await page.refuse('coverage?period=30d', 503, { code: 'unavailable', detail: 'The database is away.', instance: 'r-1' });
    expect(page.texts('[role=alert] h2')).toEqual(['Could not load coverage']);
    await page.press('Try again');
    await page.answer('coverage?period=30d', COVERAGE);
    expect(domains(page)).toHaveLength(3);
  });
});

function psaStub(): object {
  const none = { total_time_entries: 0, total_hours_logged: 0, avg_hours_per_session: 0 };
  const push_funnel = { total_sessions: 0, linked_to_ticket: 0, doc_pushed: 0, time_entry_logged: 0 };
  return { ...none, push_funnel, daily_trend: [], unlogged_sessions: 0, previous: none, window: WINDOW };
}
