import { AnalyticsPage } from '../../../../test/analytics-tab';
import { flow, idleFlow } from './flow-fixture';

const failing = flow({
  flow_id: 'f',
  name: 'Backup job failed',
  usage_count: 23,
  resolved: 10,
  closed: 22,
  success_rate: 0.435,
  attention_reasons: ['low_success'],
  rank_band: 'bottom',
});
const doubtful = flow({
  flow_id: 'd',
  name: 'Enrol a phone',
  guided: 1,
  usage_count: 5,
  resolved: 2,
  closed: 5,
  success_rate: 0.4,
  evidence: 'insufficient',
  attention_reasons: ['low_success'],
  days_since_last_match: 7,
});
const top = flow({ flow_id: 't', name: 'Reset MFA', resolved: 10, success_rate: 1, rank_band: 'top' });
const unused = idleFlow({ flow_id: 'u', name: 'RAID disk', attention_reasons: ['unused'] });

const QUALITY = {
  flows: [top, failing, doubtful, unused],
  top_performers: [top],
  needs_attention: [failing, doubtful, unused],
  window: {
    period: '30d',
    from: '2026-10-26T00:00:00Z',
    to: '2026-11-24T16:42:00Z',
    time_zone: 'Europe/London',
    previous: { from: '2026-09-25T23:00:00Z', to: '2026-10-25T15:42:00Z' },
  },
};

const names = (page: AnalyticsPage) => page.texts('tbody a.name');

describe('the flow quality tab', () => {
  let page: AnalyticsPage;

  beforeEach(async () => {
    page = await AnalyticsPage.open('flow-quality?period=30d');
    await page.answer('flow-quality?period=30d', QUALITY);
  });

  it('lists the flows, best first, each with a link to its editor', () => {
    expect(names(page)).toEqual(['Reset MFA', 'Backup job failed', 'Enrol a phone', 'RAID disk']);
    expect(page.find('tbody a.name').getAttribute('href')).toBe('/flows/t/edit');
  });

  it('marks the top performers and the lowest five, for the eye and the ear', () => {
    expect(page.find('tr.top').textContent).toContain('Top performer');
    expect(page.find('tr.bottom').textContent).toContain('Among the lowest five');
  });

  it('says why a flow needs attention, outlined where that is doubtful', () => {
    expect(page.texts('tbody .badge')).toEqual([
      'Needs attention: 10 of 22 resolved',
      'Needs attention: 2 of 5, too few to be sure',
      'Needs attention: never matched',
    ]);
    expect(page.texts('tbody .badge.line')).toHaveLength(1);
    expect(page.texts('#attention fp-flow-panel:first-child .sub:first-of-type')).toEqual([
      '10 of 22 resolved',
      '2 of 5, too few to be sure',
      'Never matched',
    ]);
  });

  it('draws the interval of the closed, dashed where too few are', () => {
    const plots = [...page.main.querySelectorAll('fp-success-plot svg')].map((svg) => svg.getAttribute('aria-label'));
    expect(plots).toEqual([
      '95% interval 45.3 to 93.7, of closed sessions',
      '95% interval 45.3 to 93.7, of closed sessions',
      '95% interval 45.3 to 93.7, of closed sessions, too few to be sure',
    ]);
  });

  it.each([
    ['flow', 'name', ['Backup job failed', 'Enrol a phone', 'RAID disk', 'Reset MFA']],
    ['usage', 'usage', ['Backup job failed', 'Reset MFA', 'Enrol a phone', 'RAID disk']],
    ['success rate', 'success_rate', ['Reset MFA', 'Backup job failed', 'Enrol a phone', 'RAID disk']],
    ['last used', 'last_used', ['Backup job failed', 'Reset MFA', 'Enrol a phone', 'RAID disk']],
    ['avg confidence', 'confidence', ['Backup job failed', 'Enrol a phone', 'Reset MFA', 'RAID disk']],
  ])('sorts by %s', async (label, column, order) => {
    await page.press(`Sort by ${label}`);
    expect(names(page)).toEqual(order);
    expect(page.url).toContain(`sort=${column}`);
    page.asksNothing();
  });

  it('turns the first order round', async () => {
    await page.press('Sort by quality score');
    expect(names(page)[0]).toBe('RAID disk');
    expect(page.find('[aria-sort]').getAttribute('aria-sort')).toBe('ascending');
  });

  it('opens in the order of its address', async () => {
    await page.goTo('flow-quality?period=30d&sort=usage&order=asc');
    expect(names(page)[0]).toBe('RAID disk');
  });
});

describe('the flow quality tab without flows', () => {
  it('leads to the first one', async () => {
    const page = await AnalyticsPage.open('flow-quality?period=30d');
    await page.answer('flow-quality?period=30d', { ...QUALITY, flows: [], top_performers: [], needs_attention: [] });
    expect(page.texts('fp-empty-state h2')).toEqual(['No active flows']);
    expect(page.find('fp-empty-state a').getAttribute('href')).toContain('/flows/new');
  });
});
