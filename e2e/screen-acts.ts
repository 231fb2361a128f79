import type { Page } from '@playwright/test';

/** A page that loads for ever never falls silent: what it shows says when it is there. */
export async function shown(page: Page, selector: string | undefined): Promise<void> {
  if (selector === undefined) await page.waitForLoadState('networkidle');
  else await page.locator(selector).first().waitFor();
  await page.evaluate('document.fonts.ready');
}

export async function ticketsChosen(page: Page): Promise<void> {
  await page.getByLabel('File to import').setInputFiles('e2e/data/tickets.csv');
  await page.getByRole('table').first().waitFor();
}

export async function ticketsChecked(page: Page): Promise<void> {
  await ticketsChosen(page);
  await page.getByRole('button', { name: 'Check the file' }).click();
  await page.getByRole('button', { name: /^Import \d+ sessions/ }).waitFor();
}

export async function unanswered(page: Page, url: string): Promise<void> {
  await page.route(url, () => undefined);
}

export async function answered(page: Page, url: string, status: 401 | 429 | 500): Promise<void> {
  const detail = { 401: 'The token has expired.', 429: 'Too many requests.', 500: 'The server failed.' }[status];
  const body = JSON.stringify({ code: `status_${status}`, status, detail, instance: '019ab2f3-5a7c-7e11-9d40-1f2e3d4c5b6a' });
  await page.route(url, (route) => route.fulfill({ status, headers: { 'retry-after': '30' }, body }));
}

/** An answer that the demo cannot give: it has no PSA, no open set-up, and keeps no link of invitation. */
export async function given(page: Page, url: string, answer: object): Promise<void> {
  await page.route(url, (route) => route.fulfill({ status: 200, body: JSON.stringify(answer) }));
}

export async function refused(page: Page): Promise<void> {
  await page.getByLabel('E-mail').fill('admin@demo.test');
  await page.getByLabel('Password', { exact: true }).fill('a guess');
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await page.getByRole('alert').waitFor();
}

export async function firstFlow(page: Page): Promise<void> {
  await page.getByRole('region', { name: 'Table of flows' }).getByRole('link').first().click();
  await page.waitForURL('**/edit');
}

export async function firstSession(page: Page): Promise<void> {
  await page.getByRole('region', { name: 'Table of sessions' }).getByRole('rowheader').getByRole('link').first().click();
  await page.getByRole('region', { name: 'Timeline' }).waitFor();
  await page.waitForLoadState('networkidle');
}

export async function filterOpened(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByLabel('Client').waitFor();
}

/** A dialog, by the button that opens it. */
export async function dialogOpened(page: Page, button: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.getByRole('dialog').waitFor();
}

export async function passwordAsked(page: Page): Promise<void> {
  await page.getByRole('button', { name: /team admin/i }).click();
  await page.getByRole('menuitem', { name: 'Change password' }).click();
  await page.getByRole('dialog').waitFor();
}

export async function stale(page: Page, url: string): Promise<void> {
  await answered(page, url, 500);
  await page.getByRole('button', { name: 'Refresh the figures' }).click();
  await page.getByText('These figures are from').waitFor();
}

export async function explained(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Resolution rate' }).click();
  await page.getByRole('tooltip').waitFor();
}

export async function offline(page: Page): Promise<void> {
  await page.context().setOffline(true);
  await page.getByText('You are offline.').waitFor();
}

export async function logInEnded(page: Page): Promise<void> {
  await answered(page, '**/analytics/flowpilot/coverage?*', 401);
  await answered(page, '**/auth/refresh', 401);
  await page.getByRole('button', { name: 'Refresh the figures' }).click();
  await page.getByRole('dialog').waitFor();
}
