// `npm run screenshots [-- WORD]`: every screen and state (those whose name has the word), light and dark, wide and
// narrow, into `screenshots/`. What is photographed stands in `screens.ts`.
import { mkdir } from 'node:fs/promises';

import { type Browser, chromium as playwright, type Page } from '@playwright/test';

import { chromium } from '../scripts/chromium.mjs';
import { startProduct } from './product.ts';
import { shown } from './screen-acts.ts';
import { type Looker, type Screen, SCREENS } from './screens.ts';

const FOLDER = 'screenshots';
const WIDTHS = [
  { name: '1440', viewport: { width: 1440, height: 900 } },
  { name: '390', viewport: { width: 390, height: 844 } },
];
const THEMES = ['light', 'dark'] as const;
const PASSWORD = 'flowpilot-demo';
const EMAILS = { admin: 'admin@demo.test', engineer: 'engineer@demo.test', newcomer: 'newcomer@first.test' };

type State = Awaited<ReturnType<Awaited<ReturnType<Browser['newContext']>>['storageState']>>;

const wanted = SCREENS.filter(({ name }) => name.includes(process.argv[2] ?? ''));
const product = await startProduct({ DEMO: 'true', THROTTLE_DISABLED: 'true' });
const browser = await playwright.launch(await chromium());
/** Log-ins, each as the browser before left it: their cookies change with every use. */
const logIns = new Map<Looker, State>();
await mkdir(FOLDER, { recursive: true });
try {
  await makeNewcomer();
  for (const { name, viewport } of WIDTHS) {
    for (const colorScheme of THEMES) {
      for (const screen of wanted) await photograph(screen, { viewport, colorScheme }, `${colorScheme}-${name}`);
    }
  }
} finally {
  await browser.close();
  await product.stop();
}

async function photograph(screen: Screen, look: object, suffix: string): Promise<void> {
  const { name, path, as = 'admin' } = screen;
  const state = as === 'nobody' ? undefined : (logIns.get(as) ?? (await logIn(EMAILS[as])));
  const context = await browser.newContext({ ...look, locale: 'en-GB', reducedMotion: 'reduce', baseURL: product.url, ...(state && { storageState: state }) });
  const page = await context.newPage();
  try {
    await screen.given?.(page);
    await page.goto(path);
    await shown(page, screen.shows);
    await screen.then?.(page);
    await unrolled(page);
    await page.screenshot({ path: `${FOLDER}/${name}.${suffix}.png` });
  } catch (error) {
    await page.screenshot({ path: `${FOLDER}/${name}.${suffix}.png` });
    process.stderr.write(`${name}.${suffix}: ${String(error)}\n`);
    process.exitCode = 1;
  }
  if (as !== 'nobody') keep(as, await context.storageState());
  await context.close();
}

/** Unless it has ended in the picture. */
function keep(as: Looker, state: State): void {
  const stands = state.origins.some(({ localStorage }) => localStorage.some(({ name }) => name === 'flowpilot.logged-in'));
  if (stands) logIns.set(as, state);
  else logIns.delete(as);
}

/** As high as its content: what is fixed to the bottom of the screen would lie across the picture otherwise. */
async function unrolled(page: Page): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 1440, height: 900 };
  const whole = await page.evaluate<number>('document.documentElement.scrollHeight');
  await page.setViewportSize({ width, height: Math.max(height, whole) });
}

async function logIn(email: string): Promise<State> {
  const context = await browser.newContext({ baseURL: product.url });
  const page = await context.newPage();
  await page.goto('/login');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/login'));
  const state = await context.storageState();
  await context.close();
  return state;
}

async function makeNewcomer(): Promise<void> {
  const post = (path: string, body: object, token = '') =>
    fetch(`${product.url}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
  const answer = await post('/auth/login', { email: 'operator@demo.test', password: PASSWORD });
  const { access_token: token } = (await answer.json()) as { access_token: string };
  const admin = { name: 'Nora Newcomer', email: EMAILS.newcomer, password: PASSWORD };
  await post('/accounts', { name: 'First', time_zone: 'Europe/London', admin }, token);
}
