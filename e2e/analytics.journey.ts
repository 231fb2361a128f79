import { expect, type Page, test } from '@playwright/test';

import type { CoverageDto, FlowQualityDto, OverviewDto, PsaMetricsDto } from '../libs/contracts/src/index.js';
import { ADMIN, openAs, Program, productUrl } from './person.js';

const whole = new Intl.NumberFormat('en-GB');
const figures = (page: Page) => page.getByRole('main');

test('the overview shows what the API answers', async ({ page, request }) => {
  await openAs(page, ADMIN, '/analytics/overview?period=30d');
  const program = await Program.of(request, ADMIN);
  await expect(figures(page).getByText('Sessions a day')).toBeVisible();
  const overview = await program.get<OverviewDto>('/analytics/flowpilot?period=30d');
  await page.getByRole('button', { name: 'Refresh the figures' }).click();
  await expect(figures(page).getByText(whole.format(overview.sessions.value ?? 0), { exact: true }).first()).toBeVisible();
  for (const { domain } of overview.top_domains) {
    await expect(figures(page).getByText(domain, { exact: true }).first()).toBeVisible();
  }
  for (const { name } of overview.needs_attention) {
    await expect(figures(page).getByRole('link', { name, exact: true })).toBeVisible();
  }
});

test('tabs are links, the period lives in the address, back and forward work', { tag: '@phone' }, async ({ page }) => {
  await openAs(page, ADMIN, '/analytics/overview');
  await page.getByRole('link', { name: 'Coverage', exact: true }).click();
  await expect(page).toHaveURL(/\/analytics\/coverage/);
  await page.getByRole('link', { name: '7 days' }).click();
  await expect(page).toHaveURL(/coverage\?.*period=7d/);
  await page.getByRole('link', { name: 'PSA', exact: true }).click();
  await expect(page).toHaveURL(/\/analytics\/psa\?.*period=7d/);
  await page.goBack();
  await expect(page).toHaveURL(/\/analytics\/coverage\?.*period=7d/);
  await page.goForward();
  await expect(page.getByText('From session to timesheet')).toBeVisible();
});

test('a tab asks for its figures on the first visit only', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/analytics/flowpilot')) asked.push(new URL(request.url()).pathname);
  });
  await openAs(page, ADMIN, '/analytics/coverage');
  await expect(page.getByRole('table')).toBeVisible();
  await page.getByRole('link', { name: 'Flow quality', exact: true }).click();
  // Until its parts are loaded, the tab before stands there, with a table of its own.
  await expect(page).toHaveURL(/\/flow-quality/);
  await expect(page.getByRole('table')).toBeVisible();
  await page.getByRole('link', { name: 'Coverage', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Coverage by domain' })).toBeVisible();
  expect(asked.map((path) => path.split('/').at(-1))).toEqual(['coverage', 'flow-quality']);
});

test('coverage shows a row for every domain, as counted', async ({ page, request }) => {
  await openAs(page, ADMIN, '/analytics/coverage?period=90d');
  const program = await Program.of(request, ADMIN);
  const { domains } = await program.get<CoverageDto>('/analytics/flowpilot/coverage?period=90d');
  const table = page.getByRole('region', { name: 'Coverage by domain' });
  for (const row of domains) {
    const shown = table.getByRole('row', { name: new RegExp(`^${escaped(row.domain)}`) });
    await expect(shown).toContainText(whole.format(row.session_count));
    if (row.resolution_rate !== null) await expect(shown).toContainText((row.resolution_rate * 100).toFixed(1));
  }
});

test('a gap gets its flow, and the map shows it', { tag: '@phone' }, async ({ page, request }, { project }) => {
  const program = await Program.of(request, ADMIN);
  const domain = `Conference rooms (${project.name})`;
  await program.post('/sessions', { problem_domain: domain });
  await openAs(page, ADMIN, '/analytics/coverage?period=7d');
  await page.getByRole('link', { name: `Create flow for ${domain}` }).click();
  await expect(page.getByLabel('Category')).toContainText(domain);
  await page.getByLabel('Name').fill('Screen stays dark');
  await page.getByRole('button', { name: 'Create flow' }).click();
  await expect(page).toHaveURL(/\/analytics\/coverage/);
  await page.getByRole('button', { name: 'Refresh the figures' }).click();
  await expect(page.getByRole('link', { name: `Create flow for ${domain}` })).toHaveCount(0);
  await expect(page.getByRole('row', { name: new RegExp(`^${escaped(domain)}`) })).toBeVisible();
});

test('flow quality sorts by every column and says why a flow needs attention', { tag: '@phone' }, async ({ page, request }) => {
  await openAs(page, ADMIN, '/analytics/flow-quality?period=30d');
  const program = await Program.of(request, ADMIN);
  const { flows } = await program.get<FlowQualityDto>('/analytics/flowpilot/flow-quality?sort=usage');
  const table = page.getByRole('region', { name: 'Flow quality' });
  await table.getByRole('button', { name: /sort by usage/i }).click();
  await expect(page).toHaveURL(/sort=usage/);
  await expect(table.getByRole('columnheader', { name: /Usage/ })).toHaveAttribute('aria-sort', 'descending');
  await expect(table.getByRole('row').nth(1)).toContainText(flows[0]?.name ?? 'no flow');
  await table.getByRole('button', { name: /sort by flow/i }).click();
  await expect(table.getByRole('columnheader', { name: /^Flow/ })).toHaveAttribute('aria-sort', /ascending|descending/);
  await expect(table.getByText(/Needs attention: \d+ of \d+ resolved/).first()).toBeVisible();
});

test('PSA shows the funnel as counted, and one tooltip a day', { tag: '@phone' }, async ({ page, request }) => {
  await openAs(page, ADMIN, '/analytics/psa?period=30d');
  const program = await Program.of(request, ADMIN);
  const { push_funnel: funnel } = await program.get<PsaMetricsDto>('/analytics/flowpilot/psa-metrics?period=30d');
  const main = figures(page);
  await expect(main.getByText('From session to timesheet')).toBeVisible();
  await expect(main.getByText(whole.format(funnel.time_entry_logged), { exact: true }).first()).toBeVisible();
  const chart = main.getByLabel('Time entries and hours a day').first();
  await chart.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(main.getByText('Entries', { exact: true }).last()).toBeVisible();
});

test('a program records a session with a key, and the figures move', async ({ page, request }, { project }) => {
  const program = await Program.of(request, ADMIN);
  const { key } = await program.post<{ key: string }>('/api-keys', { name: 'engine', scopes: ['sessions:write'] });
  await openAs(page, ADMIN, '/analytics/coverage?period=7d');
  await expect(page.getByRole('region', { name: 'Coverage by domain' })).toBeVisible();
  const domain = `Label printers (${project.name})`;
  const reference = { external_ref: `ticket-${project.name}`, problem_domain: domain };
  for (let sent = 0; sent < 2; sent += 1) await program.withKey(key).post('/sessions', reference);
  await page.getByRole('button', { name: 'Refresh the figures' }).click();
  await expect(page.getByRole('row', { name: new RegExp(`^${escaped(domain)}`) })).toContainText('1');
});

test('a failure says what failed and tries again', async ({ page }) => {
  await page.route('**/analytics/flowpilot/coverage?*', (route) => route.abort());
  await openAs(page, ADMIN, '/analytics/coverage');
  await expect(page.getByRole('heading', { name: 'Could not load coverage' })).toBeVisible();
  await page.unroute('**/analytics/flowpilot/coverage?*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('region', { name: 'Coverage by domain' })).toBeVisible();
});

test('the address of a tree leads to its flow', async ({ page, request }) => {
  const program = await Program.of(request, ADMIN);
  const { flows } = await program.get<FlowQualityDto>('/analytics/flowpilot/flow-quality');
  const flow = flows[0];
  if (!flow) throw new Error('the demo has no flow');
  await openAs(page, ADMIN, `/trees/${flow.flow_id}/edit`);
  await expect(page).toHaveURL(`${productUrl()}/flows/${flow.flow_id}/edit`);
  await expect(page.getByRole('heading', { name: flow.name, level: 1 })).toBeVisible();
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
