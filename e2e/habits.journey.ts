import { expect, type Locator, type Page, test } from '@playwright/test';

import type { FlowQualityDto } from '../libs/contracts/src/index.js';
import { tabTo, typeLogIn } from './keyboard.js';
import { ADMIN, fillLogIn, openAs, PASSWORD, productUrl, Program } from './person.js';

test('? lists the keys, Escape closes the list and gives the focus back', async ({ page }) => {
  await openAs(page, ADMIN, '/analytics/coverage?period=30d');
  const sort = page.getByRole('button', { name: 'Sort by sessions' });
  await sort.focus();
  await page.keyboard.press('?');
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(list.getByText('Flow quality')).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('f');
  await expect(page).toHaveURL(/coverage/);
  await page.keyboard.press('Escape');
  await expect(list).toHaveCount(0);
  await expect(sort).toBeFocused();
});

test('letters that people press by accident can be switched off', async ({ page }) => {
  await openAs(page, ADMIN, '/analytics/coverage?period=30d');
  await expect(page.getByRole('table')).toBeVisible();
  await page.keyboard.press('?');
  await page.getByLabel('Letters are shortcuts').uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await page.keyboard.press('f');
  await expect(page).toHaveURL(/coverage/);
});

test('g and a letter go places, and title and announcement follow', async ({ page }) => {
  await openAs(page, ADMIN, '/analytics/overview?period=7d');
  await expect(page.getByText('Sessions a day')).toBeVisible();
  for (const [key, title, address] of [
    ['c', 'Coverage', /coverage\?period=7d/],
    ['q', 'Flow quality', /flow-quality\?period=7d/],
    ['p', 'PSA', /psa\?period=7d/],
    ['f', 'Flows', /flows$/],
    ['o', 'Overview', /overview\?period=7d/],
  ] as const) {
    await page.keyboard.press('g');
    await page.keyboard.press(key);
    await expect(page).toHaveURL(address);
    await expect(page).toHaveTitle(`${title} · FlowPilot Analytics`);
    await expect(page.locator('.cdk-live-announcer-element')).toHaveText(`${title} · FlowPilot Analytics`);
  }
});

test('/ searches, and letters typed there are letters', async ({ page }) => {
  await openAs(page, ADMIN, '/flows');
  const search = page.getByRole('searchbox', { name: 'Search flows' });
  await expect(search).toBeVisible();
  await page.keyboard.press('/');
  await expect(search).toBeFocused();
  await page.keyboard.type('gc?/');
  await expect(search).toHaveValue('gc?/');
  await expect(page).toHaveURL(/\/flows\?/);
});

test('/ leads to the filter where a page has no search, and the list says so', async ({ page }) => {
  await openAs(page, ADMIN, '/sessions');
  await expect(page.getByRole('table')).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.getByLabel('Domain', { exact: true })).toBeFocused();
  await page.keyboard.type('VPN');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/domain=VPN/);
  await page.goto(`${productUrl()}/analytics/coverage?period=30d`);
  await expect(page.getByRole('table')).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.getByRole('link', { name: '30 days' })).toBeFocused();
  await page.goto(`${productUrl()}/psa/pushes`);
  await expect(page.getByRole('heading', { name: 'Pushes' })).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.getByRole('link', { name: 'Failed', exact: true })).toBeFocused();
  await page.goto(`${productUrl()}/settings/people`);
  await expect(page.getByRole('table')).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByText('Search or filter (this page has neither)')).toBeVisible();
});

test('arrows move along the flows', async ({ page }) => {
  await openAs(page, ADMIN, '/flows');
  const rows = page.getByRole('region', { name: 'Table of flows' }).getByRole('rowheader').getByRole('link');
  await rows.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press('End');
  await expect(rows.last()).toBeFocused();
  await page.keyboard.press('Home');
  await expect(rows.first()).toBeFocused();
});

test('the theme and the period are remembered, and the theme is there before the application', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await openAs(page, ADMIN, '/analytics/overview?period=90d');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: /team admin/i }).click();
  await page.getByRole('menuitemradio', { name: /dark theme/i }).click();
  await page.goto(`${productUrl()}/analytics/coverage`);
  await expect(page).toHaveURL(/coverage\?period=90d/);
  await page.route('**/main-*.js', (route) => route.abort());
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('a shared link opens exactly the same view after the log-in', async ({ page }) => {
  const shared = `${productUrl()}/analytics/flow-quality?period=7d&sort=usage&order=asc`;
  await page.goto(shared);
  await fillLogIn(page, ADMIN, PASSWORD);
  await expect(page).toHaveURL(shared);
  await expect(page.getByRole('columnheader', { name: /Usage/ })).toHaveAttribute('aria-sort', 'ascending');
  await expect(page.getByRole('link', { name: '7 days' })).toHaveAttribute('aria-current', 'true');
});

test('the keyboard alone finds the worst domain and makes a flow for it', { tag: '@phone' }, async ({ page, request }, { project }) => {
  test.slow(); // Tab stops at everything on the way.
  const domain = `Aardvark phones (${project.name})`;
  const program = await Program.of(request, ADMIN);
  const { id } = await program.post<{ id: string }>('/sessions', { problem_domain: domain });
  await program.post(`/sessions/${id}/escalate`, {});
  await page.goto(`${productUrl()}/analytics/overview`);
  await typeLogIn(page, ADMIN, PASSWORD);
  await expect(page.getByText('Sessions a day')).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await tabTo(page, page.getByRole('button', { name: 'Sort by resolution' }));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('columnheader', { name: /Resolution/ })).toHaveAttribute('aria-sort', 'ascending');
  await tabTo(page, page.getByRole('link', { name: `Create flow for ${domain}` }));
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Category')).toContainText(domain);
  await tabTo(page, page.getByLabel('Name'));
  await page.keyboard.type('No dial tone');
  await tabTo(page, page.getByRole('button', { name: 'Create flow' }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/analytics\/coverage/);
  await expect(page.getByRole('link', { name: `Create flow for ${domain}` })).toHaveCount(0);
});

test('the keyboard alone finds out why a flow needs attention, and sees its sessions', { tag: '@phone' }, async ({ page, request }) => {
  test.slow(); // Tab stops at everything on the way.
  const program = await Program.of(request, ADMIN);
  const { needs_attention: flows } = await program.get<FlowQualityDto>('/analytics/flowpilot/flow-quality?period=30d');
  const worst = flows.find(({ closed }) => closed > 0);
  if (!worst) throw new Error('no flow of the demo that has closed sessions needs attention');
  await page.goto(`${productUrl()}/analytics/overview?period=30d`);
  await typeLogIn(page, ADMIN, PASSWORD);
  await expect(page.getByText('Sessions a day')).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('q');
  const panels = await toPanels(page);
  const panel = panels.getByRole('region', { name: 'Needs attention' });
  await tabTo(page, panel.getByRole('button', { name: 'Needs attention', exact: true }));
  await expect(page.getByRole('tooltip')).toContainText(/resolved/i);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tooltip')).toHaveCount(0);
  const line = panel.getByRole('listitem').filter({ has: page.getByRole('link', { name: worst.name, exact: true }) });
  await expect(line).toContainText(/resolved|match|used/i);
  await tabTo(page, line.getByRole('link', { name: `show the sessions of ${worst.name}` }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/sessions\\?.*flow_id=${worst.flow_id}`));
  await expect(page.getByRole('banner').getByRole('status')).toHaveText(`${worst.closed} session${worst.closed === 1 ? '' : 's'}`);
  await tabTo(page, page.getByRole('region', { name: 'Table of sessions' }).getByRole('rowheader').getByRole('link').first());
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Details' })).toContainText(worst.name);
  await page.keyboard.press('g');
  await page.keyboard.press('q');
  await toPanels(page);
  await tabTo(page, line.getByRole('link', { name: worst.name, exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: worst.name })).toBeVisible();
});

/** Past all the rows of flow quality's table. */
async function toPanels(page: Page): Promise<Locator> {
  await tabTo(page, page.getByRole('button', { name: /^\d+ need attention$/ }));
  await page.keyboard.press('Enter');
  const panels = page.getByRole('complementary', { name: 'Flows to look at' });
  await expect(panels).toBeFocused();
  return panels;
}
