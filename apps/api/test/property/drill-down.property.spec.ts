import { afterAll, beforeAll, describe, it } from '@jest/globals';
import fc from 'fast-check';

import { MAX_PAGE_SIZE } from '@flowpilot/contracts';

import { startTestApplication, type TestApplication } from '../application.js';
import { expectRowsOf } from '../figures/claim.js';
import { ListedRows } from '../figures/listed-rows.js';
import { excerptOf, readTabs } from '../figures/read-tabs.js';
import { tabClaims } from '../figures/tab-claims.js';
import { askedWindow, windowQuery } from './asked-window.js';
import { accountPlan, now } from './plan.arbitrary.js';
import { storeHistory } from './store-history.js';
import { unfoldHistory } from './unfold-history.js';

const RUNS = 30;
const TIME_LIMIT_MS = 15_000;

/** Rows and days of each tab whose figures are looked behind. */
const EXCERPT = 2;

describe('A figure', () => {
  let application: TestApplication;

  beforeAll(async () => {
    application = await startTestApplication();
  });

  afterAll(() => application.stop());

  it('follows from the rows of the list behind it', async () => {
    await fc.assert(
      fc.asyncProperty(now, accountPlan, askedWindow, async (instant, plan, asked) => {
        application.clock.set(new Date(instant));
        const history = unfoldHistory(plan, instant);
        await storeHistory(application.database, history);
        const { token } = await application.signIn('team_admin', history.account.id);
        const window = windowQuery(asked, plan.zone, instant);
        const lists = new ListedRows(application, token, MAX_PAGE_SIZE);
        const tabs = excerptOf(await readTabs(application, token, window), EXCERPT);
        for (const claim of tabClaims(tabs, window)) await expectRowsOf(claim, lists);
      }),
      { numRuns: RUNS, interruptAfterTimeLimit: TIME_LIMIT_MS, markInterruptAsFailure: false },
    );
  }, 3 * TIME_LIMIT_MS);
});
