import { expect, type Locator, type Page, test } from '@playwright/test';

import { ADMIN, openAs } from './person.js';

const TABS = ['overview', 'coverage', 'flow-quality', 'psa'] as const;
const whole = new Intl.NumberFormat('en-GB');
/** A link from a figure names what it opens. */
const FIGURES = /, show /;

interface LinkedFigure {
  name: string;
  href: string;
  /** "186 of 231 sessions", of a share. */
  detail: string | null;
}

for (const tab of TABS) {
  test(`every figure of ${tab} opens as many rows as it says`, async ({ page }) => {
    test.setTimeout(180_000);
    await openAs(page, ADMIN, `/analytics/${tab}?${pastDays()}`);
    const main = page.getByRole('main');
    await expect(main.getByRole('link', { name: FIGURES }).first()).toBeVisible();
    await page.waitForLoadState('networkidle');
    const figures = await linkedFigures(main);
    expect(figures.length).toBeGreaterThan(5);
    expect(figures.some(({ detail }) => detail !== null)).toBe(tab !== 'psa');
    const once = [...new Map(figures.map((figure) => [figure.href, figure])).values()];
    const [first] = once;
    if (first === undefined) throw new Error('the tab links no figure');
    await page.getByRole('main').locator(`a[href="${first.href}"]`).first().click();
    await showsItsRows(page, first);
    for (const figure of once.slice(1)) {
      await goTo(page, figure.href);
      await showsItsRows(page, figure);
    }
  });
}

test('a day of a chart opens its sessions by the keyboard', async ({ page }) => {
  await openAs(page, ADMIN, '/analytics/overview?period=7d');
  const chart = page.getByLabel('Sessions a day by outcome');
  await chart.focus();
  await page.keyboard.press('Home');
  const tip = page.locator('fp-day-cursor .sum b');
  const counted = (await tip.innerText()).trim();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/sessions\?from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d/);
  await expect(page.getByRole('banner').getByRole('status')).toHaveText(new RegExp(`^${counted} sessions?$`));
});

/** Thirty days that are over: journeys beside this one record sessions of today. */
function pastDays(): string {
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
  return `from=${daysAgo(31)}&to=${daysAgo(2)}`;
}

async function linkedFigures(main: Locator): Promise<LinkedFigure[]> {
  const links = await main.getByRole('link', { name: FIGURES }).all();
  return Promise.all(links.map(linkedFigure));
}

/** What a share is made of is its link's description. */
async function linkedFigure(link: Locator): Promise<LinkedFigure> {
  const description = await link.getAttribute('aria-describedby');
  const words = link.page().locator(`[id="${description}"]`);
  return {
    name: (await link.textContent())?.trim() ?? '',
    href: (await link.getAttribute('href')) ?? '',
    detail: description === null ? null : await words.textContent(),
  };
}

/** To another address of the same page, without loading the product anew. */
async function goTo(page: Page, href: string): Promise<void> {
  await page.evaluate(`history.pushState(null, '', ${JSON.stringify(href)}); dispatchEvent(new PopStateEvent('popstate'))`);
}

/** The list says how many rows it has: as many as the figure counts. */
async function showsItsRows(page: Page, { name, href, detail }: LinkedFigure): Promise<void> {
  await expect(page).toHaveURL((url) => `${url.pathname}${url.search}` === href);
  const counted = detail ?? (isCount(name) ? name : null);
  const said = counted === null ? /^[1-9]/ : new RegExp(`^${whole.format(numberIn(counted))} `);
  await expect(page.getByRole('status').filter({ hasText: said }).first(), `${name} → ${href}`).toBeVisible();
}

/** Rates, medians, scores and hours stand on rows, but are not their number. */
function isCount(name: string): boolean {
  const [figure = ''] = name.split(', show');
  return /^[\d,]+( [a-z ]+)?$/.test(figure) && !/ (min|h|d)$/.test(figure);
}

function numberIn(text: string): number {
  return Number(/\d[\d,]*/.exec(text)?.[0].replaceAll(',', '') ?? Number.NaN);
}
