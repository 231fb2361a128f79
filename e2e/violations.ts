import axe from 'axe-core';
import { expect, type Page, test } from '@playwright/test';

/** axe in the page: without the lists of what is right, which are long; our pages have no frames. */
const RUN = "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)";

/** No rule of axe is broken on the page as it stands, and it does not scroll sideways. */
export async function withoutViolation(page: Page): Promise<void> {
  test.slow(); // axe reads every element.
  if (await page.evaluate<boolean>("typeof axe === 'undefined'")) await page.evaluate(axe.source);
  expect(await page.evaluate<unknown[]>(RUN)).toEqual([]);
  expect(await sideways(page)).toBeLessThanOrEqual(0);
}

/** The same in each theme: the page follows the system's. */
export async function withoutViolationInBothThemes(page: Page): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' }); // Or colours would be read on their way.
    await test.step(`in ${colorScheme}`, () => withoutViolation(page));
  }
}

/** By how many pixels the page is wider than its window. */
export function sideways(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
}
