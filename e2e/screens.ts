import type { Page } from '@playwright/test';

/** What is photographed. A new screen or state is a line. */
export interface Screen {
  /** Of the file: `coverage.error`. */
  readonly name: string;
  readonly path: string;
  /** Who looks; `nobody` is not logged in, `newcomer` administers an account without anything. */
  readonly as?: Looker;
  /** Before the page is opened, such as a server that fails. */
  readonly given?: (page: Page) => Promise<void>;
  /** After the page is opened, such as a dialog that is opened. */
  readonly then?: (page: Page) => Promise<void>;
  /** What says that the page is there, where it is not the network's silence. */
  readonly shows?: string;
}

export type Looker = 'admin' | 'engineer' | 'newcomer' | 'nobody';

const ANSWERS = {
  overview: '**/analytics/flowpilot?*',
  coverage: '**/analytics/flowpilot/coverage?*',
  'flow-quality': '**/analytics/flowpilot/flow-quality?*',
  psa: '**/analytics/flowpilot/psa-metrics?*',
  flows: '**/api/v1/flows?*',
} as const;

const TABS = ['overview', 'coverage', 'flow-quality', 'psa'] as const;
const addressOf = (name: keyof typeof ANSWERS) => (name === 'flows' ? '/flows' : `/analytics/${name}?period=30d`);

export const SCREENS: readonly Screen[] = [
  { name: 'log-in', path: '/login', as: 'nobody' },
  { name: 'log-in.refused', path: '/login', as: 'nobody', then: refused },
  ...[...TABS, 'flows' as const].flatMap((name) => states(name)),
  { name: 'flow.new', path: '/flows/new' },
  { name: 'flow.editor', path: '/flows', then: firstFlow },
  { name: 'first-run', path: '/analytics/overview', as: 'newcomer', shows: 'pre' },
  ...(['coverage', 'flow-quality', 'psa', 'flows'] as const).map(
    (name): Screen => ({ name: `${name}.empty`, path: addressOf(name), as: 'newcomer' }),
  ),
  { name: 'overview.stale', path: addressOf('overview'), shows: '.plot svg', then: (page) => stale(page, ANSWERS.overview) },
  { name: 'overview.explained', path: addressOf('overview'), shows: '.plot svg', then: explained },
  { name: 'overview.offline', path: addressOf('overview'), shows: '.plot svg', then: offline },
  { name: 'coverage.wait', path: addressOf('coverage'), given: (page) => answered(page, ANSWERS.coverage, 429) },
  { name: 'log-in.again', path: '/analytics/coverage', then: logInEnded },
  { name: 'shortcuts', path: '/flows', then: (page) => page.keyboard.press('?').then(() => page.getByRole('dialog').waitFor()) },
  { name: 'import', path: '/settings/import' },
  { name: 'import.columns', path: '/settings/import', then: ticketsChosen },
  { name: 'import.foretold', path: '/settings/import', then: ticketsChecked },
  { name: 'not-found', path: '/no/such/page' },
  { name: 'no-access', path: '/analytics/overview', as: 'engineer' },
];

/** A page as it is, while it loads, and when it cannot be loaded. */
function states(name: keyof typeof ANSWERS): Screen[] {
  const path = addressOf(name);
  const drawn = name === 'overview' || name === 'psa';
  return [
    { name, path, ...(drawn && { shows: '.plot svg' }) },
    { name: `${name}.loading`, path, shows: '.sk', given: (page) => unanswered(page, ANSWERS[name]) },
    { name: `${name}.error`, path, shows: '[role=alert]', given: (page) => answered(page, ANSWERS[name], 500) },
  ];
}

async function ticketsChosen(page: Page): Promise<void> {
  await page.getByLabel('File to import').setInputFiles('e2e/data/tickets.csv');
  await page.getByRole('table').first().waitFor();
}

async function ticketsChecked(page: Page): Promise<void> {
  await ticketsChosen(page);
  await page.getByRole('button', { name: 'Check the file' }).click();
  await page.getByRole('button', { name: /^Import \d+ sessions/ }).waitFor();
}

async function unanswered(page: Page, url: string): Promise<void> {
  await page.route(url, () => undefined);
}

async function answered(page: Page, url: string, status: 401 | 429 | 500): Promise<void> {
  const detail = { 401: 'The token has expired.', 429: 'Too many requests.', 500: 'The server failed.' }[status];
  const body = JSON.stringify({ code: `status_${status}`, status, detail, instance: '019ab2f3-5a7c-7e11-9d40-1f2e3d4c5b6a' });
  await page.route(url, (route) => route.fulfill({ status, headers: { 'retry-after': '30' }, body }));
}

async function refused(page: Page): Promise<void> {
  await page.getByLabel('E-mail').fill('admin@demo.test');
  await page.getByLabel('Password', { exact: true }).fill('a guess');
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await page.getByRole('alert').waitFor();
}

async function firstFlow(page: Page): Promise<void> {
  await page.getByRole('region', { name: 'Table of flows' }).getByRole('link').first().click();
  await page.waitForURL('**/edit');
}

async function stale(page: Page, url: string): Promise<void> {
  await answered(page, url, 500);
  await page.getByRole('button', { name: 'Refresh the figures' }).click();
  await page.getByText('These figures are from').waitFor();
}

async function explained(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Resolution rate' }).click();
  await page.getByRole('tooltip').waitFor();
}

async function offline(page: Page): Promise<void> {
  await page.context().setOffline(true);
  await page.getByText('You are offline.').waitFor();
}

async function logInEnded(page: Page): Promise<void> {
  await answered(page, ANSWERS.coverage, 401);
  await answered(page, '**/auth/refresh', 401);
  await page.getByRole('button', { name: 'Refresh the figures' }).click();
  await page.getByRole('dialog').waitFor();
}
