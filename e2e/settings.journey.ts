import { expect, test } from '@playwright/test';

import type { AccountDto, ApiKeyPageDto, CoverageDto } from '../libs/contracts/src/index.js';
import { choose, press, tabTo, typeInto, typeLogIn } from './keyboard.js';
import { ADMIN, ENGINEER, openAs, PASSWORD, productUrl, Program } from './person.js';
import { withoutViolation } from './violations.js';

const NEW_PASSWORD = 'correct horse battery';

test('the keyboard alone invites a colleague, who sets a password and lands with their role', { tag: '@phone' }, async ({ page, browser }, { project }) => {
  test.slow(); // Tab stops at everything on the way.
  const name = `Nora Quill (${project.name})`;
  const email = `nora.${project.name}@demo.test`;
  await page.goto(`${productUrl()}/settings/people`);
  await typeLogIn(page, ADMIN, PASSWORD);
  const invite = page.getByRole('button', { name: 'Invite a person' });
  await press(page, invite);
  await typeInto(page, page.getByLabel('Name'), name);
  await typeInto(page, page.getByLabel('E-mail'), ENGINEER);
  await tabTo(page, page.getByLabel('Role'));
  await page.keyboard.type('Team');
  await press(page, page.getByRole('button', { name: 'Create the link' }));
  await expect(page.getByText('Email is taken')).toBeVisible();
  await typeInto(page, page.getByLabel('E-mail'), email);
  await page.keyboard.press('Enter');
  const link = await page.getByRole('textbox', { name: 'Link' }).inputValue();
  expect(link).toMatch(/\/accept-invitation#[\w-]{43}$/);
  await withoutViolation(page);
  await press(page, page.getByRole('button', { name: 'Done' }));
  await expect(invite).toBeFocused();
  await expect(page.getByRole('row', { name: new RegExp(`^Nora Quill \\(${project.name}\\)`) })).toContainText('Invited, until');

  const context = await browser.newContext();
  const theirs = await context.newPage();
  const seen: string[] = [];
  theirs.on('request', (request) => seen.push(request.url()));
  await theirs.goto(link);
  await expect(theirs.getByRole('heading', { name: `Welcome, ${name}` })).toBeVisible();
  await withoutViolation(theirs);
  await typeInto(theirs, theirs.getByLabel('Password'), 'short');
  await theirs.keyboard.press('Enter');
  await expect(theirs.getByText('Choose at least 10 characters')).toBeVisible();
  await typeInto(theirs, theirs.getByLabel('Password'), NEW_PASSWORD);
  await theirs.keyboard.press('Enter');
  await expect(theirs.getByRole('heading', { name: 'Analytics', level: 1 })).toBeVisible();
  await expect(theirs.getByRole('button', { name: new RegExp(`Nora Quill.*Team admin`) })).toBeVisible();
  const token = link.split('#')[1] ?? '';
  expect(seen.filter((url) => new URL(url).pathname.startsWith('/api') && url.includes(token))).toEqual([]);
  await theirs.goto(`${productUrl()}/login`);
  await theirs.goto(link);
  await expect(theirs.getByRole('heading', { name: 'This link is no longer good' })).toBeVisible();
  await withoutViolation(theirs);
  await context.close();

  await page.reload();
  const row = page.getByRole('row', { name: new RegExp(`^Nora Quill \\(${project.name}\\)`) });
  await expect(row).toContainText('Active');
  const actions = row.getByRole('button', { name: /^Actions for/ });
  await choose(page, actions, page.getByRole('menuitem', { name: 'Deactivate' }));
  await press(page, page.getByRole('button', { name: `Deactivate ${name}` }));
  await expect(row).toContainText('Deactivated');
  await expect(actions).toBeFocused();
  await choose(page, actions, page.getByRole('menuitem', { name: 'Activate' }));
  await expect(row).toContainText('Active');
});

test('an admin changes another’s role, but not their own', async ({ page }, { project }) => {
  const program = await Program.of(page.request, ADMIN);
  const name = `Otis Lane (${project.name})`;
  await program.post('/users', { name, email: `otis.${project.name}@demo.test`, role: 'engineer' });
  await openAs(page, ADMIN, '/settings/people');
  const editing = async () => {
    await page.getByRole('button', { name: `Actions for ${name}` }).click();
    await page.getByRole('menuitem', { name: /^Edit/ }).click();
    await page.getByLabel('Role').selectOption('Team admin');
  };
  // The browser's Back asks before it loses what was chosen, and leads where it always did.
  await page.getByRole('link', { name: 'Jobs' }).click();
  await expect(page).toHaveURL(/jobs$/);
  await page.getByRole('link', { name: 'People' }).click();
  await expect(page).toHaveURL(/people$/);
  await editing();
  await page.goBack();
  await page.getByRole('button', { name: 'Keep editing' }).click();
  await expect(page).toHaveURL(/people$/);
  await expect(page.getByLabel('Role')).toHaveValue('team_admin');
  await page.goBack();
  await page.getByRole('button', { name: 'Discard it' }).click();
  await expect(page).toHaveURL(/jobs$/);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.goBack();
  await expect(page).toHaveURL(/people$/);
  await editing();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('row', { name: new RegExp(`^Otis Lane \\(${project.name}\\)`) })).toContainText('Team admin');
  await page.getByRole('row').filter({ hasText: 'You' }).getByRole('button', { name: /^Actions for/ }).click();
  await expect(page.getByRole('menuitem')).toHaveCount(1);
  await page.getByRole('menuitem', { name: /^Edit/ }).click();
  await expect(page.getByLabel('Role')).toBeDisabled();
});

test('the keyboard alone makes a key, whose session the figures show, and revokes it', { tag: '@phone' }, async ({ page, request }, { project }) => {
  test.slow(); // Tab stops at everything on the way.
  const name = `Engine ${project.name}`;
  await page.goto(`${productUrl()}/settings/api-keys`);
  await typeLogIn(page, ADMIN, PASSWORD);
  await press(page, page.getByRole('button', { name: 'Create an API key' }));
  await press(page, page.getByRole('button', { name: 'Create the key' }));
  await expect(page.getByText('Choose what the key may do')).toBeVisible();
  await withoutViolation(page);
  await typeInto(page, page.getByLabel('Name'), name);
  await press(page, page.getByRole('checkbox', { name: /sessions:write/ }), 'Space');
  await press(page, page.getByRole('checkbox', { name: /analytics:read/ }), 'Space');
  await press(page, page.getByRole('button', { name: 'Create the key' }));
  const key = await page.getByRole('textbox', { name: 'Key' }).inputValue();
  await expect(page.getByText('It is shown only now')).toBeVisible();
  await withoutViolation(page);
  await press(page, page.getByRole('button', { name: 'Done' }));
  const row = page.getByRole('row', { name: new RegExp(`^${name}`) });
  await expect(row).toContainText('Never');

  const domain = `Badge readers (${project.name})`;
  const program = (await Program.of(request, ADMIN)).withKey(key);
  await program.post('/sessions', { problem_domain: domain });
  const { domains } = await program.get<CoverageDto>('/analytics/flowpilot/coverage?period=7d');
  expect(domains.find((found) => found.domain === domain)?.session_count).toBe(1);
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await expect(page.getByRole('row', { name: new RegExp(`^Badge readers \\(${project.name}\\)`) })).toBeVisible();

  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await press(page, page.getByRole('link', { name: 'API keys' }));
  await expect(row).not.toContainText('Never');
  await press(page, page.getByRole('button', { name: `Revoke ${name}` }));
  await press(page, page.getByRole('button', { name: 'Revoke the key' }));
  await expect(row).toHaveCount(0);
  const left = await (await Program.of(request, ADMIN)).get<ApiKeyPageDto>('/api-keys');
  expect(left.items.map((item) => item.name)).not.toContain(name);
});

test('the zone is searched for, changed and asked about before it is lost', { tag: '@phone' }, async ({ page, request }) => {
  await openAs(page, 'admin@other.test', '/settings/account');
  const program = await Program.of(request, 'admin@other.test');
  const before = await program.get<AccountDto>('/account');
  const zone = page.getByRole('combobox', { name: 'Time zone' });
  await zone.fill('nowhere at all');
  await page.getByLabel('Name').focus();
  await page.getByRole('button', { name: 'Save account' }).click();
  await expect(page.getByText(/Time zone must be an IANA time zone/)).toBeVisible();
  await withoutViolation(page);
  await zone.fill('new york');
  await expect(page.getByRole('option', { name: /America\/New_York/ })).toBeVisible();
  await zone.press('Enter');
  await expect(zone).toHaveValue('America/New_York');
  await page.getByRole('link', { name: 'Jobs' }).click();
  await page.getByRole('button', { name: 'Keep editing' }).click();
  await page.getByLabel(/^Closed sessions/).fill('20');
  await expect(page.getByText(/13 sessions resolved of 20 closed/)).toBeVisible();
  await page.getByRole('button', { name: 'Save account' }).press('Enter');
  await expect(page.getByText('Account saved')).toBeVisible();
  expect(await program.get<AccountDto>('/account')).toMatchObject({ time_zone: 'America/New_York', min_sample: 20 });
  await page.getByRole('link', { name: 'Jobs' }).click();
  await expect(page.getByText(/Every day, next on/).first()).toBeVisible();
  await program.patch('/account', { time_zone: before.time_zone, min_sample: before.min_sample });
});

test('a job is run now, and says how it went', async ({ page }) => {
  await openAs(page, ADMIN, '/settings/jobs');
  const card = page.getByRole('region', { name: 'Recount the flows', exact: true });
  await card.getByRole('button', { name: /^Run now/ }).press('Enter');
  await expect(card.getByRole('row').nth(1)).toContainText('Completed', { timeout: 20_000 });
  await expect(card.getByRole('row').nth(1)).toContainText('Run by hand');
  await withoutViolation(page);
});

test('engineers have no settings', async ({ page }) => {
  await openAs(page, ENGINEER, '/settings/people');
  await expect(page.getByText('This page is for team admins')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Settings' })).toHaveCount(0);
});

test('a failure says what failed and tries again', async ({ page }) => {
  await page.route('**/api/v1/users?*', (route) => route.abort());
  await openAs(page, ADMIN, '/settings/people');
  await expect(page.getByRole('heading', { name: 'Could not load the people' })).toBeVisible();
  await withoutViolation(page);
  await page.unroute('**/api/v1/users?*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('table')).toBeVisible();
});
