import { readFile } from 'node:fs/promises';

import { expect, type Locator, type Page, test } from '@playwright/test';

import { ADMIN, openAs } from './person.js';

// The charts come last, which takes long beside other journeys.
const drawn = { timeout: 30_000 };

const TABS = [
  ['overview', 'Overview', 'Sessions a day'],
  ['coverage', 'Coverage', 'Coverage by domain'],
  ['flow-quality', 'Flow quality', 'Flow quality'],
  ['psa', 'PSA', 'From session to timesheet'],
] as const;

async function downloaded(page: Page, button: Locator): Promise<{ name: string; content: Buffer }> {
  const download = page.waitForEvent('download');
  await button.click();
  const file = await download;
  return { name: file.suggestedFilename(), content: await readFile(await file.path()) };
}

/** Of a CSV with no comma in the columns asked for. */
function column(csv: string, name: string): string[] {
  const [head = '', ...lines] = csv.replace('\uFEFF', '').trim().split('\r\n');
  const at = head.split(',').indexOf(name);
  return lines.map((line) => line.split(',')[at] ?? '');
}

test('the coverage file has the rows as they are sorted', async ({ page }) => {
  await openAs(page, ADMIN, '/analytics/coverage?period=30d&sort=domain&order=desc');
  const rows = page.getByRole('region', { name: 'Coverage by domain' }).getByRole('rowheader');
  await expect(rows.first()).toBeVisible();
  const { name, content } = await downloaded(page, page.getByRole('button', { name: 'Download coverage as CSV' }));
  expect(name).toBe('coverage.csv');
  const domains = column(content.toString(), 'domain');
  expect(domains).toHaveLength(await rows.count());
  for (const [row, domain] of domains.entries()) await expect(rows.nth(row)).toContainText(domain);
});

test('the flow quality file has the rows as they are sorted', async ({ page }) => {
  await openAs(page, ADMIN, '/analytics/flow-quality?period=30d&sort=usage&order=asc');
  await expect(page.getByRole('region', { name: 'Flow quality' })).toBeVisible(drawn);
  const { content } = await downloaded(page, page.getByRole('button', { name: 'Download flow quality as CSV' }));
  const usage = column(content.toString(), 'usage_count').map(Number);
  expect(usage).toEqual(usage.toSorted((a, b) => a - b));
});

for (const [tab, charts] of [
  ['overview', ['Sessions a day', 'Confidence tier']],
  ['psa', ['Entries and hours a day', 'From session to timesheet']],
] as const) {
  test(`each chart of ${tab} is a picture in the colours of the theme`, async ({ page }) => {
    await openAs(page, ADMIN, `/analytics/${tab}?period=30d`);
    await expect(page.locator('.plot svg').first()).toBeVisible(drawn);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const chart of charts) {
        await page.getByRole('button', { name: `${chart}: download or view as table` }).click();
        const { name, content } = await downloaded(page, page.getByRole('menuitem', { name: 'Download PNG' }));
        expect(name).toMatch(/\.png$/);
        const { corner, colours, width } = await looked(page, content);
        expect(corner < 128, `${chart} in ${colorScheme}`).toBe(colorScheme === 'dark');
        expect(colours).toBeGreaterThan(8);
        expect(width).toBeGreaterThan(600);
      }
    }
  });
}

interface Look {
  /** 0 black to 255 white. */
  corner: number;
  colours: number;
  width: number;
}

/** Runs in the page, which can decode pictures. */
const LOOK = `async (url) => {
  const image = new Image();
  image.src = url;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.width, image.height];
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  return { corner: data[0], colours: new Set(new Uint32Array(data.buffer)).size, width: image.width };
}`;

/** The picture as a person sees it: how bright its corner is, how many colours it has, how wide it is. */
function looked(page: Page, png: Buffer): Promise<Look> {
  return page.evaluate<Look>(`(${LOOK})('data:image/png;base64,${png.toString('base64')}')`);
}

test('each tab prints as a page of its own', async ({ page }) => {
  test.slow(); // Four tabs, each drawn and printed.
  await openAs(page, ADMIN, '/analytics/overview?period=30d');
  for (const [tab, name, content] of TABS) {
    await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
    await page.getByRole('navigation', { name: 'Analytics' }).getByRole('link', { name, exact: true }).click();
    const region = page.getByRole('main').getByRole('region', { name: content, exact: true }).first();
    await expect(region).toBeVisible(drawn);
    if (tab === 'overview' || tab === 'psa') await expect(page.locator('.plot svg').first()).toBeVisible(drawn);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
    await expect(region).toBeVisible();
    await expect(page.getByRole('button', { name: /download/i })).toHaveCount(0);
    await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  }
});
