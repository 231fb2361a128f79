// `npm run screenshots`: every screen of the demo, light and dark, wide and narrow, into `screenshots/`.
import { mkdir } from 'node:fs/promises';

import { type Browser, chromium as playwright, type Page } from '@playwright/test';

import { chromium } from '../scripts/chromium.mjs';
import { startProduct } from './product.ts';

const FOLDER = 'screenshots';
const WIDTHS = [
  { name: '1440', viewport: { width: 1440, height: 900 } },
  { name: '390', viewport: { width: 390, height: 844 } },
];
const THEMES = ['light', 'dark'] as const;
const SCREENS = [
  ['overview', '/analytics/overview'],
  ['coverage', '/analytics/coverage'],
  ['flow-quality', '/analytics/flow-quality'],
  ['psa', '/analytics/psa'],
  ['settings-import', '/settings/import'],
] as const;

const product = await startProduct({ DEMO: 'true', THROTTLE_DISABLED: 'true' });
const browser = await playwright.launch(await chromium());
await mkdir(FOLDER, { recursive: true });
try {
  for (const { name, viewport } of WIDTHS) {
    for (const theme of THEMES) await photographAll(browser, viewport, theme, `${theme}-${name}`);
  }
} finally {
  await browser.close();
  await product.stop();
}

async function photographAll(
  from: Browser,
  viewport: { width: number; height: number },
  colorScheme: (typeof THEMES)[number],
  suffix: string,
): Promise<void> {
  const context = await from.newContext({ viewport, colorScheme, locale: 'en-GB', baseURL: product.url });
  const page = await context.newPage();
  await page.goto('/login');
  await page.getByLabel('E-mail').waitFor();
  await photograph(page, `login.${suffix}`);
  await page.getByLabel('E-mail').fill('admin@demo.test');
  await page.getByLabel('Password', { exact: true }).fill('flowpilot-demo');
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.waitForURL('**/analytics/**');
  for (const [screen, path] of SCREENS) {
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    await photograph(page, `${screen}.${suffix}`);
  }
  await context.close();
}

async function photograph(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${FOLDER}/${name}.png`, fullPage: true });
}
