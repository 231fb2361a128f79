import { expect, test } from '@playwright/test';

import { ADMIN, ENGINEER, openAs, PASSWORD, productUrl } from './person.js';
import { withoutViolation } from './violations.js';

const TABS = [
  ['overview', '**/analytics/flowpilot?*'],
  ['coverage', '**/analytics/flowpilot/coverage?*'],
  ['flow-quality', '**/analytics/flowpilot/flow-quality?*'],
  ['psa', '**/analytics/flowpilot/psa-metrics?*'],
] as const;
const COVERAGE = '**/analytics/flowpilot/coverage?*';

/** Shifts that no key or click has asked for, as browsers rate them: 0.1 is good. */
const SHIFTS = `new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => resolve(sum), 100);
})`;

function problem(status: number, code: string, detail: string, headers: Record<string, string> = {}) {
  const instance = '019ab2f3-5a7c-7e11-9d40-1f2e3d4c5b6a';
  const body = JSON.stringify({ type: 'about:blank', title: code, status, code, detail, instance });
  return { status, headers: { 'content-type': 'application/problem+json', ...headers }, body };
}

test('each tab’s skeleton has the size of what follows', async ({ page }) => {
  await openAs(page, ADMIN, '/flows');
  await expect(page.getByRole('heading', { name: 'Flows', level: 1 })).toBeVisible();
  for (const [tab, answers] of TABS) {
    await page.route(answers, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 700));
      await route.continue();
    });
    await page.goto(`${productUrl()}/analytics/${tab}?period=30d`);
    await expect(page.getByRole('status').filter({ hasText: 'Loading' }).first()).toBeAttached();
    await expect(page.getByRole('status').filter({ hasText: 'Loading' })).toHaveCount(0);
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate<number>(SHIFTS), tab).toBeLessThan(0.02);
  }
});

test('an error names its request, says what still works, and tries again', async ({ page }) => {
  await page.route(COVERAGE, (route) => route.fulfill(problem(500, 'internal_error', 'The server failed.')));
  await openAs(page, ADMIN, '/analytics/coverage');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('Could not load coverage');
  await expect(alert).toContainText('019ab2f3-5a7c-7e11-9d40-1f2e3d4c5b6a');
  await expect(alert).toContainText('The other tabs are not affected.');
  await withoutViolation(page);
  await page.unroute(COVERAGE);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('region', { name: 'Coverage by domain' })).toBeVisible();
});

test('too many requests: says when, and tries then', async ({ page }) => {
  let refusals = 1;
  await page.route(COVERAGE, (route) => {
    refusals -= 1;
    if (refusals < 0) return route.continue();
    return route.fulfill(problem(429, 'rate_limited', 'Too many requests.', { 'retry-after': '3' }));
  });
  await openAs(page, ADMIN, '/analytics/coverage');
  await expect(page.getByText(/Trying again in [1-3] s/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Coverage by domain' })).toBeVisible();
});

test('figures that cannot be refreshed say from when they are', async ({ page }) => {
  await openAs(page, ADMIN, '/analytics/coverage');
  await expect(page.getByRole('region', { name: 'Coverage by domain' })).toBeVisible();
  await page.route(COVERAGE, (route) => route.fulfill(problem(503, 'unavailable', 'The database does not answer.')));
  await page.getByRole('button', { name: 'Refresh the figures' }).click();
  await expect(page.getByText(/These figures are from \d\d:\d\d\./)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Coverage by domain' })).toBeVisible();
  await withoutViolation(page);
});

test('without a network the page stands, and goes on when it is back', async ({ page, context }) => {
  await openAs(page, ADMIN, '/analytics/coverage');
  await expect(page.getByRole('region', { name: 'Coverage by domain' })).toBeVisible();
  await context.setOffline(true);
  await expect(page.getByText('You are offline.')).toBeVisible();
  await page.getByRole('button', { name: 'Refresh the figures' }).click();
  await expect(page.getByText(/These figures are from/)).toBeVisible();
  await withoutViolation(page);
  await context.setOffline(false);
  await expect(page.getByText('You are offline.')).toHaveCount(0);
  await expect(page.getByText(/These figures are from/)).toHaveCount(0);
});

test('a log-in that ends while somebody types loses nothing', async ({ page, context }, { project }) => {
  const name = `Kept while away (${project.name})`;
  await openAs(page, ADMIN, '/flows/new');
  await page.getByLabel('Name').fill(name);
  await context.clearCookies();
  let expired = true;
  await page.route('**/api/v1/flows', (route) => {
    if (!expired || route.request().method() !== 'POST') return route.continue();
    expired = false;
    return route.fulfill(problem(401, 'unauthenticated', 'The token has expired.'));
  });
  await page.getByRole('button', { name: 'Create flow' }).click();
  const dialog = page.getByRole('dialog', { name: 'Your log-in has ended' });
  await expect(dialog).toContainText(ADMIN);
  await withoutViolation(page);
  await dialog.getByLabel('Password').fill('a guess');
  await dialog.getByRole('button', { name: 'Log in', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('not the password');
  await dialog.getByLabel('Password').fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Log in', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('heading', { name, level: 1 }).or(page.getByRole('link', { name }))).toBeVisible();
});

test('an address that leads nowhere, and a page for others, say what to do', async ({ page }) => {
  await openAs(page, ENGINEER, '/no/such/page');
  await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible();
  await withoutViolation(page);
  await page.getByRole('link', { name: 'Go to Analytics' }).click();
  await expect(page.getByRole('heading', { name: 'This page is for team admins' })).toBeVisible();
  await withoutViolation(page);
});
