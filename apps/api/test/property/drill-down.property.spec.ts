import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { CoverageDto, FlowQualityDto, OverviewDto, PsaMetricsDto } from '@flowpilot/contracts';

import { startTestApplication, type TestApplication } from '../application.js';
import { askedWindow, windowQuery } from './asked-window.js';
import { accountPlan, now } from './plan.arbitrary.js';
import { storeHistory } from './store-history.js';
import { unfoldHistory } from './unfold-history.js';

const RUNS = 30;
const TIME_LIMIT_MS = 15_000;

type Parameters = Record<string, string>;
/** A figure and the filter of the session list that must show as many rows. */
type Figure = readonly [count: number, filter: Parameters];

describe('A figure', () => {
  let application: TestApplication;

  beforeAll(async () => {
    application = await startTestApplication();
  });

  afterAll(() => application.stop());

  it('counts as many sessions as the list behind it shows', async () => {
    await fc.assert(
      fc.asyncProperty(now, accountPlan, askedWindow, async (instant, plan, asked) => {
        application.clock.set(new Date(instant));
        const history = unfoldHistory(plan, instant);
        await storeHistory(application.database, history);
        const token = await application.apiKey(history.account.id, ['analytics:read', 'sessions:read']);
        const query = windowQuery(asked, plan.zone, instant);
        const read = async <Body>(path: string, parameters: Parameters = {}) => {
          const url = `${path}?${new URLSearchParams({ ...query, ...parameters }).toString()}`;
          return (await application.inject<Body>({ method: 'GET', url, token })).body;
        };
        for (const [count, filter] of await figures(read)) {
          const { items } = await read<{ items: unknown[] }>('/sessions', { ...filter, limit: '200' });
          expect([filter, items.length]).toEqual([filter, count]);
        }
      }),
      { numRuns: RUNS, interruptAfterTimeLimit: TIME_LIMIT_MS, markInterruptAsFailure: false },
    );
  }, 3 * TIME_LIMIT_MS);
});

async function figures(read: <Body>(path: string) => Promise<Body>): Promise<Figure[]> {
  const coverage = await read<CoverageDto>('/analytics/flowpilot/coverage');
  const quality = await read<FlowQualityDto>('/analytics/flowpilot/flow-quality');
  const psa = await read<PsaMetricsDto>('/analytics/flowpilot/psa-metrics');
  const { sessions, tiers } = await read<OverviewDto>('/analytics/flowpilot');
  const { push_funnel: funnel } = psa;
  return [
    [sessions.value ?? -1, {}],
    [tiers.guided, { confidence_tier: 'guided' }],
    [tiers.none, { confidence_tier: 'none' }],
    [coverage.unmapped_session_count, { unmapped: 'true' }],
    ...coverage.domains.slice(0, 4).flatMap((row): Figure[] => [
      [row.session_count, { domain: row.domain }],
      [row.resolved, { domain: row.domain, status: 'resolved' }],
    ]),
    ...quality.flows.slice(0, 3).map((row): Figure => [row.usage_count, { flow_id: row.flow_id }]),
    [funnel.linked_to_ticket, { step: 'linked_to_ticket' }],
    [funnel.doc_pushed, { step: 'doc_pushed' }],
    [funnel.time_entry_logged, { step: 'time_entry_logged' }],
    [psa.skipped_a_step, { skipped_a_step: 'true' }],
    [psa.unlogged_sessions, { unlogged: 'true' }],
  ];
}
