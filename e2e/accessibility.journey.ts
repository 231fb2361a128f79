import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

import { ADMIN, openAs, productUrl } from './person.js';

const TABS = ['overview', 'coverage', 'flow-quality', 'psa'] as const;

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('the log-in has no violation', async ({ page }) => {
      await page.goto(productUrl());
      await expect(page.getByLabel('E-mail')).toBeVisible();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    });

    for (const tab of TABS) {
      test(`${tab} has no violation and does not scroll sideways`, async ({ page }) => {
        await openAs(page, ADMIN, `/analytics/${tab}`);
        await expect(page.getByRole('main').getByRole('heading', { level: 2 }).or(page.getByRole('table')).first()).toBeVisible();
        await page.waitForLoadState('networkidle');
        expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
        const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
        expect(overflow).toBeLessThanOrEqual(0);
      });
    }
  });
}
