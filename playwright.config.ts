import { availableParallelism } from 'node:os';

import { defineConfig } from '@playwright/test';

import { chromium } from './scripts/chromium.mjs';

const launchOptions = await chromium();

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.journey.ts',
  globalSetup: './e2e/global-setup.ts',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // Journeys wait for most of their time.
  workers: availableParallelism() * 3,
  fullyParallel: true,
  forbidOnly: true,
  outputDir: 'test-results',
  // Without motion: colours and places would be read on their way.
  use: { launchOptions, contextOptions: { reducedMotion: 'reduce' }, locale: 'en-GB', timezoneId: 'Europe/London', screenshot: 'only-on-failure' },
  projects: [
    { name: 'start', testMatch: '**/start.journey.ts' },
    { name: 'wide', testIgnore: '**/start.journey.ts', use: { viewport: { width: 1440, height: 900 } } },
    // What a phone shows otherwise, and each whole task: the rest is the same at every width.
    { name: 'narrow', testIgnore: '**/start.journey.ts', grep: /@phone/, use: { viewport: { width: 390, height: 844 }, hasTouch: true } },
  ],
});
