import { expect, test } from '@playwright/test';

import { ADMIN, ENGINEER, fillLogIn, logInAt, PASSWORD, productUrl } from './person.js';

test('a wrong password is said so and what was typed stays; the right one leads on', { tag: '@phone' }, async ({ page }) => {
  await page.goto(productUrl());
  await fillLogIn(page, ADMIN, 'not-the-password');
  await expect(page.getByText('do not belong together')).toBeVisible();
  await expect(page.getByLabel('E-mail')).toHaveValue(ADMIN);
  await fillLogIn(page, ADMIN, PASSWORD);
  await expect(page.getByRole('heading', { name: 'Analytics', level: 1 })).toBeVisible();
});

test('a shared link opens the same view after log-in, and the log-in outlives a reload', async ({ page }) => {
  await logInAt(page, ADMIN, '/analytics/coverage?period=90d');
  await expect(page).toHaveURL(/\/analytics\/coverage\?period=90d$/);
  await expect(page.getByRole('link', { name: 'Coverage' })).toHaveAttribute('aria-current', 'page');
  await page.reload();
  await expect(page.getByRole('table')).toBeVisible();
  await expect(page).toHaveURL(/\/analytics\/coverage\?period=90d$/);
});

test('an engineer is told why the figures are not theirs to see', async ({ page }) => {
  await logInAt(page, ENGINEER, '/analytics/overview');
  await expect(page.getByText(/team admin/i).first()).toBeVisible();
});

test('logging out ends the log-in', async ({ page }) => {
  await logInAt(page, ADMIN, '/analytics/overview');
  await expect(page.getByRole('heading', { name: 'Analytics', level: 1 })).toBeVisible();
  await page.getByRole('button', { name: /Team admin/i }).click();
  await page.getByRole('menuitem', { name: 'Log out' }).click();
  await expect(page.getByLabel('E-mail')).toBeVisible();
  await page.goto(`${productUrl()}/analytics/overview`);
  await expect(page.getByLabel('E-mail')).toBeVisible();
});

test('the keyboard alone logs in', { tag: '@phone' }, async ({ page }) => {
  await page.goto(productUrl());
  await page.getByLabel('E-mail').focus();
  await page.keyboard.type(ADMIN);
  await page.keyboard.press('Tab');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Analytics', level: 1 })).toBeVisible();
});
