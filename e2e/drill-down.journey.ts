import { expect, type Locator, type Page, test } from '@playwright/test';

import { ADMIN, openAs } from './person.js';

const TABS = ['overview', 'coverage', 'flow-quality', 'psa'] as const;
/** A link from a figure names what it opens. */
const FIGURES = /, show /;

interface LinkedFigure {
  name: string;
  href: string;
  /** "186 of 231", of a share. */
  detail: string | null;
}

for (const tab of TABS) {
  test(`every figure of ${tab} opens as many rows as it says`, async ({ page }) => {
    test.setTimeout(180_000);
    await openAs(page, ADMIN, `/analytics/${tab}?period=30d`);
    const main = page.getByRole('main');
    await expect(main.getByRole('link', { name: FIGURES }).first()).toBeVisible();
    await page.waitForLoadState('networkidle');
    const figures = await linkedFigures(main);
    expect(figures.length).toBeGreaterThan(5);
    const once = [...new Map(figures.map((figure) => [figure.href, figure])).values()];
    for (const figure of once) await opensItsRows(page, figure);
  });
}

test('a day of a chart opens its sessions by the keyboard', async ({ page }) => {
  await openAs(page, ADMIN, '/analytics/overview?period=7d');
  const chart = page.getByLabel('Sessions a day by outcome');
  await chart.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  const tip = page.locator('fp-day-cursor .sum b');
  const counted = (await tip.innerText()).trim();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/sessions\?from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d/);
  await expect(page.getByRole('banner').getByRole('status')).toHaveText(new RegExp(`^${counted} sessions?$`));
});

async function linkedFigures(main: Locator): Promise<LinkedFigure[]> {
  const links = await main.getByRole('link', { name: FIGURES }).all();
  return Promise.all(links.map(linkedFigure));
}

async function linkedFigure(link: Locator): Promise<LinkedFigure> {
  const titled = link.locator('[title*=" of "]').or(link.locator('xpath=ancestor::span[contains(@title, " of ")]'));
  return {
    name: (await link.textContent())?.trim() ?? '',
    href: (await link.getAttribute('href')) ?? '',
    detail: (await titled.count()) === 0 ? null : await titled.first().getAttribute('title'),
  };
}

/** Follows the link within the page, as a click does, and counts. */
async function opensItsRows(page: Page, { name, href, detail }: LinkedFigure): Promise<void> {
  await page.getByRole('main').locator(`a[href="${href}"]`).first().evaluate((link: { click(): void }) => link.click());
  await expect(page).toHaveURL((url) => `${url.pathname}${url.search}` === href);
  const status = page.getByRole('status').filter({ hasText: /\d/ }).first();
  await expect(status, `${name} → ${href}`).toBeVisible();
  const rows = numberIn(await status.innerText());
  const counted = detail ?? (isCount(name) ? name : null);
  if (counted === null) expect([name, rows > 0]).toEqual([name, true]);
  else expect([name, rows]).toEqual([name, numberIn(counted)]);
  await page.goBack();
  await expect(page.getByRole('main').getByRole('link', { name: FIGURES }).first()).toBeVisible();
}

/** Rates, medians, scores and hours stand on rows, but are not their number. */
function isCount(name: string): boolean {
  const [figure = ''] = name.split(', show');
  return /^[\d,]+( [a-z ]+)?$/.test(figure) && !/ (min|h|d)$/.test(figure);
}

function numberIn(text: string): number {
  return Number(/\d[\d,]*/.exec(text)?.[0].replaceAll(',', '') ?? Number.NaN);
}
