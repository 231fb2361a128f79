import { expect, type Page, test } from '@playwright/test';

import type { CoverageDto, SessionDto, SessionPageDto } from '../libs/contracts/src/index.js';
import { ADMIN, ENGINEER, openAs, Program } from './person.js';
import { withoutViolationInBothThemes } from './violations.js';

const whole = new Intl.NumberFormat('en-GB');
const total = (page: Page) => page.getByRole('banner').getByRole('status');
const table = (page: Page) => page.getByRole('region', { name: 'Table of sessions' });
const counted = (sessions: number) => `${whole.format(sessions)} session${sessions === 1 ? '' : 's'}`;

test('a filter narrows the list, stands in the address and goes by its chip', { tag: '@phone' }, async ({ page, request }) => {
  const program = await Program.of(request, ADMIN);
  const { domains } = await program.get<CoverageDto>('/analytics/flowpilot/coverage?period=30d');
  const domain = domains[0];
  if (!domain) throw new Error('the demo has no domain');
  await openAs(page, ADMIN, '/sessions');
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByLabel('Domain', { exact: true }).fill(domain.domain);
  await page.getByLabel('Domain', { exact: true }).press('Enter');
  await page.getByLabel('Domain', { exact: true }).blur();
  await expect(total(page)).toHaveText(counted(domain.session_count));
  await page.getByRole('checkbox', { name: 'Escalated' }).check();
  await expect(page).toHaveURL(/domain=.*status=escalated|status=escalated.*domain=/);
  await expect(total(page)).toHaveText(counted(domain.escalated));
  await page.getByRole('button', { name: 'Remove filter: Status Escalated' }).click();
  await expect(total(page)).toHaveText(counted(domain.session_count));
  await page.goBack();
  await expect(total(page)).toHaveText(counted(domain.escalated));
});

test('the list grows, and is as it was left when a session was read', async ({ page }) => {
  await openAs(page, ADMIN, '/sessions?period=90d');
  await expect(table(page).getByRole('row')).toHaveCount(51);
  await page.getByRole('button', { name: 'Load more' }).click();
  await expect(table(page).getByRole('row')).toHaveCount(101);
  const link = table(page).getByRole('row').nth(80).getByRole('rowheader').getByRole('link');
  const title = await link.innerText();
  await link.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await page.goBack();
  await expect(table(page).getByRole('row')).toHaveCount(101);
});

test('a session is taken through its steps, and its timeline tells them', { tag: '@phone' }, async ({ page, request }, { project }) => {
  const program = await Program.of(request, ADMIN);
  const summary = `Scanner jams (${project.name})`;
  const { id } = await program.post<SessionDto>('/sessions', { summary, problem_domain: 'Printing' });
  await openAs(page, ADMIN, `/sessions/${id}`);
  await expect(page).toHaveTitle(new RegExp(`^Scanner jams`));
  await page.getByRole('button', { name: 'Escalate', exact: true }).click();
  await page.getByLabel('Note').fill('To the vendor');
  await page.getByRole('button', { name: 'Escalate session' }).click();
  const timeline = page.getByRole('region', { name: 'Timeline' });
  await expect(timeline.getByText('“To the vendor”')).toBeVisible();
  await page.getByRole('button', { name: 'Match a flow' }).click();
  await page.getByLabel('Flow', { exact: true }).selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Match flow' }).click();
  await expect(timeline.getByText('Matched to')).toBeVisible();
  await page.getByRole('button', { name: 'Edit details' }).click();
  await page.getByLabel('Client').fill('Harbour Dental');
  await page.getByRole('button', { name: 'Save details' }).click();
  await expect(page.getByRole('region', { name: 'Details' })).toContainText('Harbour Dental');
  await page.getByRole('button', { name: 'Resolve', exact: true }).click();
  await page.getByRole('button', { name: 'Resolve session' }).click();
  await expect(timeline.getByText('Resolved', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Reopen', exact: true })).toBeVisible();
  await withoutViolationInBothThemes(page);
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Delete session' }).click();
  await page.getByRole('button', { name: 'Delete session' }).click();
  await expect(page).toHaveURL(/\/sessions(\?|$)/);
  await expect(table(page).getByText(summary)).toHaveCount(0);
});

test('an engineer sees sessions of their own', async ({ page, request }) => {
  const program = await Program.of(request, ENGINEER);
  const { count } = await program.get<{ count: number }>('/sessions/count?period=90d');
  await openAs(page, ENGINEER, '/sessions?period=90d');
  await expect(total(page)).toHaveText(`${counted(count)} of your own`);
  const { items } = await program.get<SessionPageDto>('/sessions?period=90d&limit=1');
  if (items[0]) {
    await page.goto(`/sessions/${items[0].id}`.replace(/^/, new URL(page.url()).origin));
    await expect(page.getByRole('region', { name: 'Timeline' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'More actions' })).toHaveCount(0);
  }
});

test('what is shown is downloaded', async ({ page }) => {
  await openAs(page, ADMIN, '/sessions?status=escalated&period=7d');
  await expect(table(page)).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download these sessions as CSV' }).click();
  expect((await download).suggestedFilename()).toMatch(/sessions.*\.csv/);
});

test('a failure says what failed and tries again; an empty list says what to do', async ({ page }) => {
  await page.route('**/api/v1/sessions?*', (route) => route.abort());
  await openAs(page, ADMIN, '/sessions');
  await expect(page.getByRole('heading', { name: 'Could not load the sessions' })).toBeVisible();
  await page.unroute('**/api/v1/sessions?*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(table(page)).toBeVisible();
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByLabel('Client').fill('Nobody at all');
  await page.getByLabel('Client').blur();
  await expect(page.getByRole('heading', { name: 'No session matches' })).toBeVisible();
  await page.getByRole('button', { name: 'Clear all filters' }).click();
  await expect(table(page)).toBeVisible();
});

test('a range of one’s own is chosen with the keyboard and kept in the address', { tag: '@phone' }, async ({ page }) => {
  await openAs(page, ADMIN, '/analytics/coverage?period=7d');
  await page.getByRole('button', { name: 'Custom' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Choose days' });
  await dialog.getByLabel('First day').fill('2030-01-01');
  await dialog.getByRole('button', { name: 'Show these days' }).click();
  await expect(dialog.getByText('Choose a first day that has begun')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Custom' })).toBeFocused();
  await page.keyboard.press('Enter');
  const [from, to] = [20, 3].map((days) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10));
  await dialog.getByLabel('First day').fill(from ?? '');
  await dialog.getByLabel('Last day').fill(to ?? '');
  await dialog.getByRole('button', { name: 'Show these days' }).press('Enter');
  await expect(page).toHaveURL(new RegExp(`from=${from ?? ''}&to=${to ?? ''}`));
  await expect(page).not.toHaveURL(/period=/);
  await page.getByRole('link', { name: 'PSA', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`psa\\?.*from=${from ?? ''}`));
});

test('an explanation, the account menu and the days have no violation when open', { tag: '@phone' }, async ({ page }) => {
  await openAs(page, ADMIN, '/analytics/overview');
  await page.getByRole('button', { name: 'Resolution rate' }).click();
  await expect(page.getByRole('tooltip')).toContainText('Share of all sessions');
  await withoutViolationInBothThemes(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Custom' }).click();
  await expect(page.getByRole('dialog', { name: 'Choose days' })).toBeVisible();
  await withoutViolationInBothThemes(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /Team admin/ }).click();
  await expect(page.getByRole('menuitem', { name: 'Log out' })).toBeVisible();
  await withoutViolationInBothThemes(page);
});
