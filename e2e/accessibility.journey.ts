import { type APIRequestContext, expect, type Page, test } from '@playwright/test';

import { ADMIN, ENGINEER, openAs, PASSWORD, productUrl, Program } from './person.js';
import { shown } from './screen-acts.js';
import { type Screen, SCREENS } from './screens.js';
import { sideways, withoutViolation, withoutViolationInBothThemes } from './violations.js';

const EMAILS = { admin: ADMIN, engineer: ENGINEER, newcomer: 'newcomer@axe.test' } as const;

const PHONE = { width: 390, height: 844 };
/** Twice as large, a desk of 1280 has the room of 640. */
const ZOOMED = { width: 640, height: 400 };
const WIDE = { width: 1440, height: 900 };

// axe reads every element of a page, which takes long beside other journeys.
test.describe.configure({ timeout: 180_000 });

for (const place of new Set(SCREENS.map(placeOf))) {
  test(`${place}: no screen or state has a violation, scrolls sideways on a phone or at 200 %`, async ({ page, request }) => {
    const screens = SCREENS.filter((screen) => placeOf(screen) === place);
    const looker = screens[0]?.as ?? 'admin';
    if (looker === 'newcomer') await makeNewcomer(request);
    if (looker !== 'nobody') await openAs(page, EMAILS[looker], '/no/such/page');
    for (const screen of screens) {
      await test.step(screen.name, async () => {
        await open(page, screen);
        await withoutViolationInBothThemes(page);
        await fits(page, ZOOMED);
        await fits(page, PHONE);
        if (screen.name === place) await withoutViolation(page);
        await page.setViewportSize(WIDE);
      });
    }
  });
}

test('the list of shortcuts and the account menu have no violation', async ({ page }) => {
  await openAs(page, ADMIN, '/flows');
  await expect(page.getByRole('region', { name: 'Table of flows' })).toBeVisible();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: /team admin/i }).click();
  await page.getByRole('menuitem', { name: 'Keyboard shortcuts' }).click();
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await withoutViolationInBothThemes(page);
});

test('who wants no motion sees none', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.route('**/analytics/flowpilot?*', () => undefined);
  await openAs(page, ADMIN, '/analytics/overview');
  await expect(page.locator('.sk').first()).toBeVisible();
  expect(await page.evaluate<number>('document.getAnimations().length')).toBe(0);
});

/** Screens of one looker and place share a log-in. */
function placeOf({ name, as = 'admin' }: Screen): string {
  return as === 'admin' ? (name.split('.')[0] ?? name) : as;
}

/** Anew: nothing of the screen before is left, but the log-in. */
async function open(page: Page, { path, given, shows, then }: Screen): Promise<void> {
  await page.context().setOffline(false);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  if (path.includes('#')) await page.goto('about:blank'); // The same address with a fragment is not loaded again.
  await given?.(page);
  await page.goto(`${productUrl()}${path}`);
  await shown(page, shows);
  await then?.(page);
}

/** What floats over the page takes a moment to follow. */
async function fits(page: Page, size: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(size);
  await expect.poll(() => sideways(page), `at ${size.width}`).toBeLessThanOrEqual(0);
}

async function makeNewcomer(request: APIRequestContext): Promise<void> {
  const operator = await Program.of(request, 'operator@demo.test');
  const admin = { name: 'Nora Newcomer', email: EMAILS.newcomer, password: PASSWORD };
  await operator.post('/accounts', { name: 'Nothing yet', time_zone: 'Europe/London', admin });
}
