import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { FLOW_SORTS, type Period, PERIODS } from '@flowpilot/metrics';

import { startTestApplication, type TestApplication } from '../application.js';
import type { AccountHistory } from '../reference/history.js';
import { addDays, localDate } from '../reference/local-time.js';
import { referenceCoverage } from '../reference/reference-coverage.js';
import { referenceFlowQuality } from '../reference/reference-flow-quality.js';
import { referenceOverview } from '../reference/reference-overview.js';
import { referencePsaMetrics } from '../reference/reference-psa-metrics.js';
import { referenceWindow } from '../reference/reference-window.js';
import { accountPlan, now } from './plan.arbitrary.js';
import { storeHistory } from './store-history.js';
import { unfoldHistory } from './unfold-history.js';

const RUNS = 150;
const TIME_LIMIT_MS = 25_000;

/** Days before today at which a custom range begins, and its length; it may end after today. */
type Asked = { period: Period } | { daysAgo: number; length: number };

const asked: fc.Arbitrary<Asked> = fc.oneof(
  fc.record({ period: fc.constantFrom(...PERIODS) }),
  fc.record({ daysAgo: fc.nat(45), length: fc.integer({ min: 1, max: 50 }) }),
);

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
      fc.asyncProperty(now, accounts, asked, sort, async (instant, plans, ask, sortedBy) => {
        application.clock.set(new Date(instant));
        const histories = plans.map((plan) => unfoldHistory(plan, instant));
        for (const history of histories) await storeHistory(application.database, history);
        for (const history of histories) await compareAnswers(history, ask, sortedBy, instant);
      }),
      { numRuns: RUNS, interruptAfterTimeLimit: TIME_LIMIT_MS, markInterruptAsFailure: false },
    );
  }, 2 * TIME_LIMIT_MS);

  async function compareAnswers(history: AccountHistory, ask: Asked, sort: string, instant: number): Promise<void> {
    const query = queryOf(ask, history.account.time_zone, instant);
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

function queryOf(ask: Asked, zone: string, instant: number): { period: Period } | { from: string; to: string } {
  if ('period' in ask) return ask;
  const from = addDays(localDate(instant, zone), -ask.daysAgo);
  return { from, to: addDays(from, ask.length - 1) };
}
