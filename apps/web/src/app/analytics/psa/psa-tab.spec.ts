import { AnalyticsPage } from '../../../../test/analytics-tab';
import { psaMetrics } from './psa-fixture';

describe('the PSA tab', () => {
  let page: AnalyticsPage;
  const answer = (told: Parameters<typeof psaMetrics>[0] = {}) => page.answer('psa-metrics?period=30d', psaMetrics(told));

  beforeEach(async () => {
    page = await AnalyticsPage.open('psa?period=30d');
  });

  it('shows the three figures with what they were', async () => {
    await answer();
    expect(page.texts('fp-metric .figure')).toEqual(['778', '641.25h', '0.93h']);
    expect(page.texts('fp-metric .change a > span:first-child')).toEqual(['713', '603.25 h', '0.95 h']);
  });

  it('follows the sessions to the timesheet', async () => {
    await answer();
    expect(page.texts('fp-funnel .step b')).toEqual(['1,284', '1,054', '820', '677']);
    expect(page.texts('fp-funnel .passed')).toEqual([
      '82.1%of the step before, 230 without a ticket, show these sessions',
      '77.8%of the step before, 234 without a note, show these sessions',
      '82.6%of the step before, 143 without a time entry, show these sessions',
    ]);
    expect(page.find('.card-foot').textContent).toContain('52.7% of sessions reach the timesheet');
    expect(page.find('.card-foot').textContent).toContain('9 skipped a step');
  });

  it('estimates the unlogged work, or says why it cannot', async () => {
    await answer({ unlogged_hours_estimate: null });
    expect(page.main.textContent).toContain('No estimate: no session has an entry to go by.');
    expect(page.main.textContent).not.toContain('not logged');
  });

  it('counts the pushes that did not arrive', async () => {
    await answer();
    expect(page.texts('.list b')).toEqual(['4 failed, show them', '2 pending, show them', '9 entries without a session, show them']);
  });

  it('says so when there is nothing', async () => {
    await answer({
      total_time_entries: 0,
      push_funnel: { total_sessions: 0, linked_to_ticket: 0, doc_pushed: 0, time_entry_logged: 0 },
    });
    expect(page.texts('fp-empty-state h2')).toEqual(['Nothing was logged in this window']);
  });

  it('keeps the old figures, marked, while another period loads', async () => {
    await answer();
    await page.goTo('psa?period=7d');
    expect(page.find('[aria-busy=true]').textContent).toContain('778');
    await page.answer('psa-metrics?period=7d', psaMetrics({ total_time_entries: 12 }));
    expect(page.texts('fp-metric .figure')[0]).toBe('12');
    expect(page.main.querySelector('.tab[aria-busy=true]')).toBeNull();
  });
});
