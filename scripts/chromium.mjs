// Finds a Chromium to drive: the npm package's own on Linux x64, else an installed one.
import { existsSync } from 'node:fs';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

// The package's own arguments are for a cloud function: one process for all, which ends with the first page.
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'];

/** @returns {Promise<{ executablePath: string, args: string[] }>} launch options for Playwright */
export async function chromium() {
  if (process.env.CHROMIUM_PATH) return { executablePath: process.env.CHROMIUM_PATH, args: [] };
  if (process.platform === 'linux' && process.arch === 'x64') {
    // Makes the package unpack the libraries it brings, so that none are needed from the system.
    process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
    const { default: bundled } = await import('@sparticuz/chromium');
    return { executablePath: await bundled.executablePath(), args: ARGUMENTS };
  }
  const executablePath = INSTALLED.find((path) => existsSync(path));
  if (!executablePath) {
    throw new Error('No browser was found: install Chrome or Chromium, or set CHROMIUM_PATH to one.');
  }
  return { executablePath, args: [] };
}
