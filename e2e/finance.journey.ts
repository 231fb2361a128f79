import { readFile } from 'node:fs/promises';

import { expect, type Page, test } from '@playwright/test';

import type { PsaMetricsDto } from '../libs/contracts/src/index.js';
import { tabTo, typeLogIn } from './keyboard.js';
import { ADMIN, PASSWORD, productUrl, Program } from './person.js';

/** The calendar month before this one, of the demo's 120 days. */
function lastMonth(): { from: string; to: string } {
  const today = new Date();
  const [year, month] = [today.getUTCFullYear(), today.getUTCMonth()];
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  return { from: day(Date.UTC(year, month - 1, 1)), to: day(Date.UTC(year, month, 0)) };
}

/** Typed into the browser's own field, whose order of day and month is the machine's. */
async function chooseDay(page: Page, label: string, day: string): Promise<void> {
  const field = page.getByLabel(label);
  const [year = '', month = '', date = ''] = day.split('-');
  await tabTo(page, field);
  await page.keyboard.type(`${date}${month}${year}`);
  if ((await field.inputValue()) === day) return;
  for (let part = 0; part < 2; part += 1) await page.keyboard.press('ArrowLeft');
  await page.keyboard.type(`${month}${date}${year}`);
  await expect(field).toHaveValue(day);
}

async function download(page: Page): Promise<string> {
  const file = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  return readFile(await (await file).path(), 'utf8');
}

function hoursOf(csv: string): number[] {
  const [head = '', ...lines] = csv.replace('\uFEFF', '').trim().split('\r\n');
  const at = head.split(',').indexOf('hours_logged');
  return lines.map((line) => Number(line.split(',')[at]));
}

test('the keyboard alone proves to finance how many hours were logged in a month', { tag: '@phone' }, async ({ page, request }) => {
  test.slow(); // Tab stops at everything on the way.
  const { from, to } = lastMonth();
  const program = await Program.of(request, ADMIN);
  const figures = await program.get<PsaMetricsDto>(`/analytics/flowpilot/psa-metrics?from=${from}&to=${to}`);
  await page.goto(`${productUrl()}/analytics/psa`);
  await typeLogIn(page, ADMIN, PASSWORD);
  await tabTo(page, page.getByRole('button', { name: 'Custom' }));
  await page.keyboard.press('Enter');
  await chooseDay(page, 'First day', from);
  await chooseDay(page, 'Last day', to);
  await tabTo(page, page.getByRole('button', { name: 'Show these days' }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`from=${from}&to=${to}`));
  const hours = figures.total_hours_logged.toLocaleString('en-GB', { minimumFractionDigits: 2 });
  await tabTo(page, page.getByRole('main').getByRole('link', { name: new RegExp(`^${hours}.*, show`) }).first());
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Activities', level: 1 })).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: 'Download these activities as CSV' }));
  const logged = hoursOf(await download(page));
  expect(logged).toHaveLength(figures.total_time_entries);
  expect(logged.reduce((sum, each) => sum + each, 0)).toBeCloseTo(figures.total_hours_logged, 2);
});
