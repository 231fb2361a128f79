import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

/** No rule of axe is broken on the page as it stands, and it does not scroll sideways. */
export async function withoutViolation(page: Page): Promise<void> {
  test.slow(); // axe reads every element.
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  expect(await sideways(page)).toBeLessThanOrEqual(0);
}

/** The same in both themes: the page follows the system's. */
export async function withoutViolationInBothThemes(page: Page): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await test.step(`in ${colorScheme}`, () => withoutViolation(page));
  }
}

/** By how many pixels the page is wider than its window. */
export function sideways(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
}
