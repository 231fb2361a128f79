import { expect, type Page, test } from '@playwright/test';

import { ADMIN, openAs, productUrl } from './person.js';
import { sideways, withoutViolationInBothThemes as withoutViolation } from './violations.js';

/** What an admin opens; a new screen is a line. */
const SCREENS = ['/analytics/overview', '/analytics/coverage', '/analytics/flow-quality', '/analytics/psa', '/flows', '/flows/new'];

/** Twice as large, a desk of 1280 has the room of 640. */
const ZOOMED = { width: 640, height: 400 };

// axe reads every element of a page, which takes long beside other journeys.
test.describe.configure({ timeout: 180_000 });

test('the log-in has no violation', async ({ page }) => {
  await page.goto(productUrl());
  await expect(page.getByLabel('E-mail')).toBeVisible();
  await withoutViolation(page);
});

for (const screen of SCREENS) {
  test(`${screen} has no violation, does not scroll sideways and is usable at 200 %`, async ({ page }) => {
    await openAs(page, ADMIN, screen);
    await settled(page);
    await withoutViolation(page);
    await page.setViewportSize(ZOOMED);
    expect(await sideways(page)).toBeLessThanOrEqual(0);
  });
}

test('the list of shortcuts and the account menu have no violation', async ({ page }) => {
  await openAs(page, ADMIN, '/flows');
  await settled(page);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: /team admin/i }).click();
  await page.getByRole('menuitem', { name: 'Keyboard shortcuts' }).click();
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await withoutViolation(page);
});

test('who wants no motion sees none', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.route('**/analytics/flowpilot?*', () => undefined);
  await openAs(page, ADMIN, '/analytics/overview');
  await expect(page.locator('.sk').first()).toBeVisible();
  expect(await page.evaluate<number>('document.getAnimations().length')).toBe(0);
});

async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { level: 2 }).or(main.getByRole('table')).or(main.getByRole('textbox')).first()).toBeVisible();
  await page.waitForLoadState('networkidle');
}
