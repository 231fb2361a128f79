import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { FLOW_SORTS } from '@flowpilot/metrics';

import { RollupRefresh } from '../../src/rollups/index.js';
import { startTestApplication, type TestApplication } from '../application.js';
import type { AccountHistory } from '../reference/history.js';
import { referenceCoverage } from '../reference/reference-coverage.js';
import { referenceFlowQuality } from '../reference/reference-flow-quality.js';
import { referenceOverview } from '../reference/reference-overview.js';
import { referencePsaMetrics } from '../reference/reference-psa-metrics.js';
import { referenceWindow } from '../reference/reference-window.js';
import { type AskedWindow, askedWindow, windowQuery } from './asked-window.js';
import { accountPlan, now } from './plan.arbitrary.js';
import { storeHistory } from './store-history.js';
import { unfoldHistory } from './unfold-history.js';

const RUNS = 150;
const TIME_LIMIT_MS = 25_000;

describe('The four read models', () => {
  let application: TestApplication;

  beforeAll(async () => {
    application = await startTestApplication();
  });

  afterAll(() => application.stop());

  it('answer as a plain reference over the same history', async () => {
    const accounts = fc.array(accountPlan, { minLength: 1, maxLength: 2 });
    const sort = fc.constantFrom(...FLOW_SORTS);
    await fc.assert(
      fc.asyncProperty(now, accounts, askedWindow, sort, fc.boolean(), async (instant, plans, asked, sortedBy, isRolledUp) => {
        application.clock.set(new Date(instant));
        const histories = plans.map((plan) => unfoldHistory(plan, instant));
        for (const history of histories) {
          await storeHistory(application.database, history);
          if (isRolledUp) await application.app.get(RollupRefresh).run(history.account.id);
        }
        for (const history of histories) await compareAnswers(history, asked, sortedBy, instant);
      }),
      { numRuns: RUNS, interruptAfterTimeLimit: TIME_LIMIT_MS, markInterruptAsFailure: false },
    );
  }, 2 * TIME_LIMIT_MS);

  async function compareAnswers(
    history: AccountHistory,
    asked: AskedWindow,
    sort: string,
    instant: number,
  ): Promise<void> {
    const query = windowQuery(asked, history.account.time_zone, instant);
    const window = referenceWindow(query, history.account.time_zone, instant);
    const token = await application.apiKey(history.account.id, ['analytics:read']);
    const read = async (path: string, parameters: Record<string, string>) => {
      const url = `/analytics/flowpilot${path}?${new URLSearchParams(parameters).toString()}`;
      return (await application.inject({ method: 'GET', url, token })).body;
    };
    expect(await read('/coverage', query)).toEqual(referenceCoverage(history, window));
    expect(await read('/flow-quality', { ...query, sort })).toEqual(referenceFlowQuality(history, window, sort));
    expect(await read('/psa-metrics', query)).toEqual(referencePsaMetrics(history, window));
    expect(await read('', query)).toEqual(referenceOverview(history, window));
  }
});
