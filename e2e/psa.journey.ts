import { expect, test } from '@playwright/test';

import type { PsaPushPageDto } from '../libs/contracts/src/index.js';
import { openAs } from './person.js';
import { withoutViolationInBothThemes } from './violations.js';
import { PsaAccount } from './psa-account.js';

let account: PsaAccount;

test.beforeEach(async ({ request }, { project, title }) => {
  account = await PsaAccount.make(request, `${project.name}-${title.replace(/\W+/g, '-').toLowerCase().slice(0, 40)}`);
});
test.afterEach(() => account.stop());

test('the PSA is connected once its key works', async ({ page }) => {
  const { state, url } = account.standIn;
  await openAs(page, account.admin, '/settings/psa');
  await expect(page.getByText('Not connected')).toBeVisible();
  await page.getByRole('button', { name: 'Test connection' }).click();
  await expect(page.getByText('Enter the address')).toBeVisible();
  await page.getByLabel('Site').fill(url);
  await page.getByLabel('Company id').fill(state.company);
  await page.getByLabel('Public key').fill(state.apiMember.publicKey);
  await page.getByLabel('Private key').fill('wrong');
  await page.getByLabel('Client id').fill(state.clientId);
  await page.getByRole('button', { name: 'Test and connect' }).click();
  await expect(page.getByText('Missing: log in.')).toBeVisible();
  await expect(page.getByText('Not connected')).toBeVisible();
  await withoutViolationInBothThemes(page);

  state.apiMember.rights.delete('notes.add');
  await page.getByLabel('Private key').fill(state.apiMember.privateKey);
  await page.getByRole('button', { name: 'Test connection' }).click();
  await expect(page.getByText('Missing: add notes to tickets.')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Rights' }).getByText('Add time entries')).toBeVisible();

  state.apiMember.rights.add('notes.add');
  await page.getByRole('button', { name: 'Test connection' }).click();
  await expect(page.getByText('The connection works, with every right that is needed.')).toBeVisible();
  await page.getByRole('button', { name: 'Test and connect' }).click();
  await expect(page.getByText('Connected', { exact: true })).toBeVisible();
  await expect(page.getByLabel('Private key')).toHaveValue('');
  await page.getByLabel('Member for Nora Admin').selectOption('EVega Member (202)');
  await expect(page.getByText('Everybody has a member')).toBeVisible();
  await withoutViolationInBothThemes(page);
});

test('a connection is changed without its keys, and ended', async ({ page }) => {
  await account.connect();
  await openAs(page, account.admin, '/settings/psa');
  await page.getByLabel('Minutes to which time is rounded').fill('6');
  await page.getByRole('button', { name: 'Test and save' }).click();
  await expect(page.getByText('PSA connection saved')).toBeVisible();
  await page.getByLabel('Company id').fill('other');
  await page.getByRole('button', { name: 'Test and save' }).click();
  await expect(page.getByText('Enter the private key')).toBeVisible();
  await page.getByRole('button', { name: 'Discard changes' }).click();
  await page.getByRole('button', { name: 'Disconnect' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click();
  await expect(page.getByText('Not connected')).toBeVisible();
});

test('time, a note and a status go from the session to its ticket', { tag: '@phone' }, async ({ page }) => {
  await account.connect();
  const { id, ticket } = await account.session('Tunnel drops on home Wi-Fi');
  await openAs(page, account.admin, `/sessions/${id}`);
  const send = page.getByRole('region', { name: 'Send to the PSA' });
  const pushes = page.getByRole('region', { name: 'Pushes to the PSA' });
  await expect(send.getByLabel('Note', { exact: true })).toHaveValue(/Tunnel drops on home Wi-Fi/);
  await withoutViolationInBothThemes(page);
  await send.getByRole('button', { name: 'Post note' }).click();
  await expect(pushes.getByText('Sent')).toHaveCount(1);

  await send.getByRole('button', { name: 'Time entry' }).click();
  await expect(send.getByLabel('Hours')).toHaveValue('0.5');
  await send.getByRole('button', { name: 'Log 0.50 h' }).click();
  await expect(pushes.getByText('Sent')).toHaveCount(2);

  await send.getByRole('button', { name: 'Status' }).click();
  await send.getByLabel('Status').selectOption('Closed (closed)');
  await expect(send.getByText(/No time can be logged in this status/)).toBeVisible();
  await send.getByRole('button', { name: 'Set to “Closed”' }).click();
  await expect(pushes.getByText('Sent')).toHaveCount(3);
  await withoutViolationInBothThemes(page);

  expect(account.standIn.state.ledger.map(({ kind }) => kind)).toEqual(['note', 'time_entry', 'status']);
  expect([...account.standIn.state.timeEntries.values()]).toMatchObject([{ chargeToId: ticket, actualHours: 0.5, memberId: 202 }]);
});

test('a failed push says why, is mended and tried again', { tag: '@phone' }, async ({ page }) => {
  await account.connect({ mapped: false });
  const { id } = await account.session('Print queue is stuck', { resolved: true });
  await account.program.post(`/sessions/${id}/psa/time-entries`, { hours: 0.5 });
  const stands = async () => (await account.program.get<PsaPushPageDto>('/psa/pushes')).items.map(({ state }) => state);
  await expect.poll(stands).toEqual(['failed']);
  await openAs(page, account.admin, '/analytics/psa');
  await page.getByRole('link', { name: /^1 failed/ }).click();
  await expect(page).toHaveURL(/\/psa\/pushes\?.*status=failed/);
  await expect(page.getByText(/Nora Admin is not mapped to a member of the PSA/).locator('visible=true')).toBeVisible();
  await withoutViolationInBothThemes(page);

  await page.goto(page.url().replace(/\/psa\/pushes.*/, '/settings/psa'));
  await page.getByLabel('Member for Nora Admin').selectOption('EVega Member (202)');
  await expect(page.getByText('Everybody has a member')).toBeVisible();
  await page.getByRole('link', { name: 'Pushes', exact: true }).click();
  await page.getByRole('button', { name: /^Retry Time entry/ }).click();
  await expect(page.getByRole('table').getByText('Sent').locator('visible=true')).toBeVisible();
  expect(account.standIn.state.timeEntries.size).toBe(1);
});

test('a push is dismissed with its reason', async ({ page }) => {
  await account.connect({ mapped: false });
  const { id } = await account.session('Badge reader is dead');
  await account.program.post(`/sessions/${id}/psa/notes`, { text: 'Reader replaced' });
  await openAs(page, account.admin, '/psa/pushes');
  await page.getByRole('button', { name: /^Dismiss Note Reader replaced/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Dismiss push' }).click();
  await expect(dialog.getByText('Say why it is given up')).toBeVisible();
  await expect(dialog.getByLabel('Reason')).toBeFocused();
  await page.keyboard.type('Written by hand');
  await dialog.getByRole('button', { name: 'Dismiss push' }).press('Enter');
  await expect(page.getByText('Given up: Written by hand').locator('visible=true')).toBeVisible();
});

test('the list of unlogged work is checked and cleared', { tag: '@phone' }, async ({ page }) => {
  await account.connect();
  await account.session('Mailbox is full', { resolved: true });
  await account.session('Phone does not ring', { resolved: true });
  await openAs(page, account.admin, '/analytics/psa');
  await page.getByRole('link', { name: 'Log the time' }).click();
  await expect(page.getByRole('row', { name: /Mailbox is full/ })).toBeVisible();
  await withoutViolationInBothThemes(page);
  await page.getByLabel('Select all that are listed').check();
  await page.getByRole('button', { name: 'Log 2 selected' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Hours of Mailbox is full').fill('0.25');
  await withoutViolationInBothThemes(page);
  await dialog.getByRole('button', { name: 'Log 2 entries, 0.75 h' }).click();
  await expect(page.getByText('0.25 h logged')).toBeVisible();
  await expect(page.getByText('0.50 h logged')).toBeVisible();
  await page.reload();
  await expect(page.getByText('All work is logged')).toBeVisible();
  expect([...account.standIn.state.timeEntries.values()].map(({ actualHours }) => actualHours).sort()).toEqual([0.25, 0.5]);
});

test('one click logs one session', async ({ page }) => {
  await account.connect();
  await account.session('Screen stays dark', { resolved: true });
  await openAs(page, account.admin, '/psa/unlogged');
  await page.getByRole('button', { name: 'Log 0.50 h for Screen stays dark' }).click();
  await expect(page.getByText('0.50 h logged')).toBeVisible();
});

test('no drift is said to be none', async ({ page }) => {
  await openAs(page, account.admin, '/psa/drift');
  await expect(page.getByRole('heading', { name: 'The PSA holds what was pushed' })).toBeVisible();
  await withoutViolationInBothThemes(page);
});
