import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { type APIRequestContext, expect, type Page, test } from '@playwright/test';

import type { ImportPageDto, OverviewDto } from '../libs/contracts/src/index.js';
import { press, typeLogIn } from './keyboard.js';
import { openAs, PASSWORD, productUrl, Program } from './person.js';
import { withoutViolationInBothThemes } from './violations.js';

const LOG = fileURLToPath(new URL('../apps/api/test/data/servicenow-incidents/incident_event_log.csv.gz', import.meta.url));
const TICKETS = fileURLToPath(new URL('data/tickets.csv', import.meta.url));
/** An import is a matter of seconds, of more while other journeys keep the machine busy. */
const AT_LENGTH = { timeout: 40_000 };
const OPERATOR = 'operator@demo.test';

/** The admin of an account of their own: an account has one import at a time. */
async function newAdmin(request: APIRequestContext, name: string, timeZone: string): Promise<string> {
  const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}-${Date.now()}@import.test`;
  const operator = await Program.of(request, OPERATOR);
  await operator.post('/accounts', { name, time_zone: timeZone, admin: { email, name: 'Ines Import', password: PASSWORD } });
  return email;
}

/** By the keyboard, but for the browser's own dialog, which the button opens. */
async function choose(page: Page, file: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await press(page, page.getByRole('button', { name: 'Choose a file' }));
  await (await chooser).setFiles(file);
}

const figure = (page: Page, term: string) =>
  page.getByRole('region', { name: 'Imported' }).locator('dt', { hasText: term }).locator('xpath=following-sibling::dd[1]');

test('the keyboard alone imports the real log of a service desk, and again without a change', { tag: '@phone' }, async ({ page, request }, { project }) => {
  test.slow();
  const email = await newAdmin(request, `Log ${project.name}`, 'UTC');
  await page.goto(`${productUrl()}/settings/import`);
  await typeLogIn(page, email, PASSWORD);
  await expect(page.getByText('Nothing imported yet')).toBeVisible();
  await withoutViolationInBothThemes(page);
  await choose(page, LOG);
  await expect(page.getByRole('heading', { name: 'ServiceNow incident log' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Preview' })).toContainText('INC0000045');
  await press(page, page.getByRole('button', { name: 'Check the file' }));
  const start = page.getByRole('button', { name: 'Import 890 sessions' });
  await expect(start).toBeVisible(AT_LENGTH);
  await expect(page.getByText('27 new categories and 62 new flows will be made', { exact: false })).toBeVisible();
  await withoutViolationInBothThemes(page);
  await press(page, start);
  await expect(figure(page, 'New sessions')).toHaveText('890', AT_LENGTH);
  await expect(page.getByRole('region', { name: 'Imported' })).toContainText('5,998 rows of 890 sessions');
  await expect(page.getByRole('link', { name: 'Show the sessions' })).toHaveAttribute('href', '/sessions?from=2016-02-29&to=2016-03-02');
  await withoutViolationInBothThemes(page);
  // The address alone shows the report.
  await page.reload();
  await expect(figure(page, 'New sessions')).toHaveText('890', AT_LENGTH);
  const program = await Program.of(request, email);
  const overview = await program.get<OverviewDto>('/analytics/flowpilot?from=2016-02-29&to=2016-03-02');
  expect([overview.sessions.value, overview.tiers.guided]).toEqual([890, 868]);

  await press(page, page.getByRole('link', { name: 'Import another file' }));
  await choose(page, LOG);
  await press(page, page.getByRole('button', { name: 'Check the file' }));
  await expect(start).toBeVisible(AT_LENGTH);
  await press(page, start);
  await expect(figure(page, 'Unchanged')).toHaveText('890', AT_LENGTH);
  await expect(figure(page, 'New sessions')).toHaveText('0');
});

test('a file of one’s own is mapped, and its bad rows come back with their reasons', { tag: '@phone' }, async ({ page, request }, { project }) => {
  test.slow();
  const email = await newAdmin(request, `Tickets ${project.name}`, 'Europe/London');
  await openAs(page, email, '/settings/import');
  await choose(page, TICKETS);
  await expect(page.getByText('9 of 10 mapped')).toBeVisible();
  await expect(page.getByText('Times that name no zone are read in Europe/London.')).toBeVisible();

  // Without the time of creation nothing can be imported.
  await page.getByLabel('What Opened becomes').selectOption('Not imported');
  await expect(page.getByText('Choose the column that becomes Created')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Check the file' })).toHaveAttribute('aria-disabled', 'true');
  await withoutViolationInBothThemes(page);
  await page.getByLabel('What Opened becomes').selectOption('Created (required)');

  // A word that means nothing is given a meaning.
  await page.getByRole('button', { name: '1 value unknown' }).filter({ visible: true }).press('Enter');
  await page.getByLabel('Parked').selectOption('abandoned');
  await expect(page.getByRole('button', { name: '4 values mapped' }).filter({ visible: true })).toBeVisible();
  await withoutViolationInBothThemes(page);

  // A reload loses the file, but not what was made of it.
  await page.reload();
  await expect(page.getByText('The mapping you made of tickets.csv is kept.')).toBeVisible();
  await withoutViolationInBothThemes(page);
  await choose(page, TICKETS);
  await expect(page.getByRole('button', { name: '4 values mapped' }).filter({ visible: true })).toBeVisible();

  await page.getByRole('button', { name: 'Check the file' }).click();
  await expect(page.getByRole('button', { name: 'Import 61 sessions' })).toBeVisible(AT_LENGTH);
  await expect(page.getByRole('list', { name: 'Reasons' })).toContainText('Closed lies before Opened');
  // The columns may still be changed; then the file has to be checked again.
  await page.getByLabel('What Assigned group becomes').selectOption('Summary');
  await page.getByRole('button', { name: 'Check the file' }).click();
  await expect(page.getByRole('button', { name: 'Import 61 sessions' })).toBeVisible(AT_LENGTH);
  await page.reload();
  await page.getByRole('button', { name: 'Import 61 sessions' }).click();
  await expect(figure(page, 'New sessions')).toHaveText('61', AT_LENGTH);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download the rejected rows' }).click();
  const report = await readFile(await (await download).path(), 'utf8');
  expect(report.split('\r\n')).toEqual([
    '\uFEFFline,reference,code,reason',
    '9,T-1008,times_out_of_order,Closed lies before Opened',
    '32,T-1031,invalid_time,"Opened ""yesterday"" is not a time of the form dd/MM/yyyy HH:mm"',
    '54,,missing_value,has no Ticket',
    '',
  ]);
  await page.goto(`${productUrl()}/settings/import`);
  await expect(page.getByRole('row', { name: /tickets\.csv Imported/ })).toContainText('61');
  await expect(page.getByRole('row', { name: /tickets\.csv Not imported/ })).toBeVisible();
  await withoutViolationInBothThemes(page);
});

test('a file that is none is refused in words, and an import can be cancelled', async ({ page, request }, { project }) => {
  test.slow();
  const email = await newAdmin(request, `Refused ${project.name}`, 'UTC');
  await openAs(page, email, '/settings/import');
  await page.getByLabel('File to import').setInputFiles({ name: 'cat.csv', mimeType: 'text/csv', buffer: Buffer.from([0x89, 0, 1]) });
  await expect(page.getByRole('alert')).toContainText('it is not a CSV file');
  await withoutViolationInBothThemes(page);

  // An import at work as a person would meet it in the middle of a large file.
  await choose(page, TICKETS);
  await page.route('**/api/v1/imports/0*', async (route) => {
    const answer = await route.fetch();
    const body = (await answer.json()) as object;
    const middle = { state: 'running', phase: 'sessions', phase_ms: 2_000, total: 64, done: 16, accepted: 16, finished_at: null };
    await route.fulfill({ json: route.request().method() === 'GET' ? { ...body, ...middle } : body });
  });
  await page.getByRole('button', { name: 'Check the file' }).click();
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '25');
  await expect(page.getByText('16 of 64 sessions · 8 a second · 6 s left')).toBeVisible();
  await withoutViolationInBothThemes(page);
  await page.reload();
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '25');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.unrouteAll({ behavior: 'wait' });
  await page.getByRole('button', { name: 'Cancel the import' }).click();
  await expect(page.getByRole('region', { name: 'Not imported' })).toBeVisible();
  const { items } = await (await Program.of(request, email)).get<ImportPageDto>('/imports');
  expect(items.map(({ state }) => state)).toEqual(['cancelled']);
});

test('leaving while the file is on its way asks', async ({ page, request }, { project }) => {
  const email = await newAdmin(request, `Leaving ${project.name}`, 'UTC');
  await openAs(page, email, '/settings/import');
  await choose(page, TICKETS);
  await page.route('**/api/v1/imports', () => undefined); // Never answered.
  await page.getByRole('button', { name: 'Check the file' }).click();
  await expect(page.getByRole('progressbar', { name: 'Upload' })).toBeVisible();
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Account' }).click();
  await page.getByRole('button', { name: 'Keep uploading' }).click();
  await expect(page.getByRole('progressbar', { name: 'Upload' })).toBeVisible();
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Account' }).click();
  await page.getByRole('button', { name: 'Stop the upload' }).click();
  await expect(page).toHaveURL(`${productUrl()}/settings/account`);
});
