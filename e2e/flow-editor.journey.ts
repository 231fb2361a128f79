import { expect, type Page, test } from '@playwright/test';

import type { FlowDetailDto } from '../libs/contracts/src/index.js';
import { ADMIN, ENGINEER, openAs, PASSWORD, productUrl, Program } from './person.js';
import { withoutViolation, withoutViolationInBothThemes } from './violations.js';

const STEPS = [
  { id: 'all', kind: 'question', title: 'Does it drop on every network?', options: [{ label: 'Yes', next: 'client' }, { label: 'Only at home', next: 'wired' }] },
  { id: 'client', kind: 'instruction', title: 'Update the client', next: 'done' },
  { id: 'done', kind: 'outcome', title: 'Resolved', outcome: 'resolved' },
  { id: 'wired', kind: 'instruction', title: 'Ask for a wired test', next: 'done' },
];

/** A flow of its own for each journey, made by a program. */
function flow(program: Program, name: string, given: object = {}): Promise<FlowDetailDto> {
  return program.post<FlowDetailDto>('/flows', { name, tree_type: 'troubleshooting', steps: STEPS, ...given });
}

const line = (page: Page, name: string | RegExp) => page.getByRole('list', { name: 'Steps' }).getByRole('button', { name });

/** The form of a new step takes the focus: a person sees that before typing. */
async function typeTitle(page: Page, title: string): Promise<void> {
  const field = page.getByLabel('Title');
  await expect(field).toHaveValue('');
  await expect(field).toBeFocused();
  await page.keyboard.type(title);
}

test('the keyboard alone writes a decision tree and puts it to use', { tag: '@phone' }, async ({ page, request }, { project }) => {
  const program = await Program.of(request, ADMIN);
  const { id } = await flow(program, `Badge reader dead (${project.name})`, { steps: [], is_active: false });
  await openAs(page, ADMIN, `/flows/${id}/edit`);
  await page.getByRole('group', { name: 'Add a step' }).getByRole('button', { name: 'Question' }).press('Enter');
  await typeTitle(page, 'Is the light on?');
  await page.keyboard.press('Escape');
  await expect(line(page, /Is the light on/)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Control+Enter');
  await typeTitle(page, 'Restart the reader');
  await page.keyboard.press('Control+Enter');
  await typeTitle(page, 'Ask whether it opens');
  await page.getByLabel('Kind').selectOption('Outcome');
  await page.keyboard.press('Escape');
  await expect(line(page, /Ask whether it opens/)).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.getByRole('group', { name: 'Edit the step' }).getByRole('button', { name: 'Outcome' }).press('Enter');
  await page.getByLabel('Ends').selectOption('Escalated');
  await page.keyboard.press('Escape');
  await expect(page.getByText('4 steps', { exact: true })).toBeVisible();
  await expect(page.getByText(/problem/)).toHaveCount(0);
  await page.getByRole('switch', { name: 'Inactive' }).press('Space');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Flow saved as version 2')).toBeVisible();
  const saved = await program.get<FlowDetailDto>(`/flows/${id}`);
  expect(saved.is_active).toBe(true);
  expect(saved.steps.map(({ kind, title }) => `${kind}: ${title}`)).toEqual([
    'question: Is the light on?',
    'outcome: Escalated',
    'instruction: Restart the reader',
    'outcome: Ask whether it opens',
  ]);
});

test('steps move, go and come back by the keys', async ({ page, request }, { project }) => {
  const { id } = await flow(await Program.of(request, ADMIN), `Moves (${project.name})`);
  await openAs(page, ADMIN, `/flows/${id}/edit`);
  await line(page, /Only at home/).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(line(page, /Step 2/)).toContainText('Ask for a wired test');
  await expect(line(page, /Only at home/)).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(page.getByText('3 steps', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo' }).first()).toBeVisible();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(line(page, /Step 2/)).toContainText('Update the client');
  await page.keyboard.press('Control+Shift+z');
  await expect(line(page, /Step 2/)).toContainText('Ask for a wired test');
});

test('what a flow lacks is named, led to and solved before it is active', { tag: '@phone' }, async ({ page, request }, { project }) => {
  const unfinished = STEPS.map((step) => (step.id === 'wired' ? { ...step, next: undefined } : step));
  const { id } = await flow(await Program.of(request, ADMIN), `Unfinished (${project.name})`, { steps: unfinished, is_active: false });
  await openAs(page, ADMIN, `/flows/${id}/edit`);
  await expect(page.getByText('1 problem. Step 4 has no next step, so the flow cannot be active.')).toBeVisible();
  await withoutViolation(page);
  await page.getByRole('switch', { name: 'Inactive' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  // Nothing is sent: the step that keeps it opens.
  await expect(page.getByLabel('Title')).toHaveValue('Ask for a wired test');
  await withoutViolation(page);
  await page.getByLabel('Next', { exact: true }).selectOption({ label: '3 Resolved' });
  await expect(page.getByText(/cannot be active/)).toHaveCount(0);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Flow saved as version 2')).toBeVisible();
});

test('two admins who edit one flow lose nothing', async ({ page, request }, { project }) => {
  const program = await Program.of(request, ADMIN);
  const { id } = await flow(program, `Contested (${project.name})`);
  await openAs(page, ADMIN, `/flows/${id}/edit`);
  await page.getByLabel('Name').fill(`Mine (${project.name})`);
  await program.patch(`/flows/${id}`, { name: `Theirs (${project.name})` });
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert')).toContainText('saved version 2 while you were editing');
  await expect(page.getByLabel('Name')).toHaveValue(`Mine (${project.name})`);
  await page.getByRole('button', { name: 'Show the differences' }).click();
  await expect(page.getByRole('region', { name: 'What your draft changes of theirs' })).toContainText('Theirs');
  await withoutViolation(page);
  await page.getByRole('button', { name: 'Save mine over it' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Mine (${project.name})`);
  expect(await program.get(`/flows/${id}`)).toMatchObject({ version: 3 });
});

test('versions are compared, and one is restored', { tag: '@phone' }, async ({ page, request }, { project }) => {
  const program = await Program.of(request, ADMIN);
  const { id } = await flow(program, `Versions (${project.name})`);
  await program.patch(`/flows/${id}`, { steps: STEPS.map((step) => ({ ...step, title: step.title.replace('wired', 'cabled') })) });
  await openAs(page, ADMIN, `/flows/${id}/edit`);
  await page.getByRole('button', { name: 'Version 2' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('region', { name: 'Changes' })).toContainText('Ask for a cabled test');
  await withoutViolation(page);
  await dialog.getByRole('button', { name: 'Version 1' }).click();
  await dialog.getByRole('button', { name: 'Restore version 1' }).click();
  await page.getByRole('button', { name: 'Restore version 1' }).click();
  await expect(page.getByText('Version 1 is restored, as version 3.')).toBeVisible();
  await expect(line(page, /Ask for a wired test/)).toBeVisible();
  expect(await program.get(`/flows/${id}`)).toMatchObject({ version: 3 });
});

test('leaving with unsaved changes asks, and staying keeps them', async ({ page, request }, { project }) => {
  const { id } = await flow(await Program.of(request, ADMIN), `Unsaved (${project.name})`);
  await openAs(page, ADMIN, `/flows/${id}/edit`);
  await page.getByLabel('Description').fill('Half a thought');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Flows' }).click();
  await page.getByRole('button', { name: 'Keep editing' }).click();
  await expect(page.getByLabel('Description')).toHaveValue('Half a thought');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Flows' }).click();
  await page.getByRole('button', { name: 'Discard changes' }).click();
  await expect(page).toHaveURL(`${productUrl()}/flows`);
});

test('a log-in that ends while editing gives the draft back', async ({ page, context, request }, { project }) => {
  const { id } = await flow(await Program.of(request, ADMIN), `Kept (${project.name})`);
  await openAs(page, ADMIN, `/flows/${id}/edit`);
  await page.getByLabel('Description').fill('Typed before the log-in ended');
  await context.clearCookies();
  await page.route('**/api/v1/flows/**', (route) => route.fulfill({ status: 401, json: { code: 'unauthenticated' } }));
  await page.getByRole('button', { name: 'Save' }).click();
  const dialog = page.getByRole('dialog', { name: 'Your log-in has ended' });
  await expect(dialog).toBeVisible();
  await page.unroute('**/api/v1/flows/**');
  await dialog.getByLabel('Password').fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Log in', exact: true }).click();
  await expect(page.getByLabel('Description')).toHaveValue('Typed before the log-in ended');
  await expect(page.getByText('Flow saved')).toBeVisible();
});

test('the list finds a flow by word, category and state, and its address shows the same again', { tag: '@phone' }, async ({ page, request }, { project }) => {
  const name = `Findable sprocket (${project.name})`;
  await flow(await Program.of(request, ADMIN), name, { is_active: false });
  await openAs(page, ADMIN, '/flows');
  await expect(page.getByRole('row').nth(20)).toBeVisible();
  await withoutViolation(page);
  await page.getByLabel('Search flows').fill(`sprocket ${project.name}`);
  await page.getByRole('button', { name: 'Inactive', exact: true }).click();
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.reload();
  await expect(page.getByLabel('Search flows')).toHaveValue(`sprocket ${project.name}`);
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
});

test('an engineer reads a flow and cannot change it', async ({ page, request }, { project }) => {
  const { id } = await flow(await Program.of(request, ADMIN), `Read only (${project.name})`);
  await openAs(page, ENGINEER, `/flows/${id}/edit`);
  await line(page, /Update the client/).click();
  await expect(page.getByLabel('Title')).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Save' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Add step' })).toHaveCount(0);
  await withoutViolation(page);
});

test('the editor has no violation, its picture neither', { tag: '@phone' }, async ({ page, request }, { project }) => {
  const { id } = await flow(await Program.of(request, ADMIN), `Looked at (${project.name})`);
  await openAs(page, ADMIN, `/flows/${id}/edit`);
  await line(page, /Does it drop/).click();
  if (project.name === 'narrow') {
    await withoutViolationInBothThemes(page);
    await page.getByRole('button', { name: 'Picture', exact: true }).click();
  }
  await expect(page.getByRole('img', { name: /Picture of the decision tree/ })).toBeVisible();
  await withoutViolationInBothThemes(page);
});
