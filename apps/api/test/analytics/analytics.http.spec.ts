import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { CoverageDto, FlowQualityDto, OverviewDto, ProblemDto, PsaMetricsDto } from '@flowpilot/contracts';
import { Scenario } from '@flowpilot/testing';

import { startTestApplication, type TestApplication } from '../application.js';

const ROUTES = [
  '/analytics/flowpilot',
  '/analytics/flowpilot/coverage',
  '/analytics/flowpilot/flow-quality',
  '/analytics/flowpilot/psa-metrics',
];
const ALL_ROUTES = ROUTES.flatMap((route) => [route, `${route}.csv`]);

describe('The analytics routes', () => {
  let application: TestApplication;

  beforeAll(async () => {
    application = await startTestApplication();
    application.clock.set('2026-06-30T12:00:00Z');
  });

  afterAll(() => application.stop());

  const get = <Body = Record<string, unknown>>(url: string, token?: string) =>
    application.inject<Body>({ method: 'GET', url, token });

  describe.each(ALL_ROUTES)('%s', (route) => {
    it('answers team admins, super admins of an account and keys with the scope', async () => {
      const admin = await application.signIn('team_admin');
      expect((await get(route, admin.token)).status).toBe(200);
      expect((await get(route, (await application.signIn('super_admin')).token)).status).toBe(200);
      expect((await get(route, await application.apiKey(admin.accountId, ['analytics:read']))).status).toBe(200);
    });

    it('refuses engineers, other scopes, operators and strangers', async () => {
      const engineer = await application.signIn('engineer');
      expect(await get(route, engineer.token)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
      const key = await application.apiKey(engineer.accountId, ['sessions:read', 'sessions:write', 'flows:read']);
      expect(await get(route, key)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
      const operator = await application.signInOperator();
      expect(await get(route, operator.token)).toMatchObject({ status: 403, body: { code: 'no_account' } });
      expect(await get(route)).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
    });

    it.each([
      ['period=1y', 'period'],
      ['period=7d&period=30d', 'period'],
      ['period=', 'period'],
      ['from=2026-02-30&to=2026-03-01', 'from'],
      ['from=2026-01-01&to=yesterday', 'to'],
      ['from=2026-01-01', 'to'],
      ['to=2026-01-01', 'from'],
      ['period=7d&from=2026-01-01&to=2026-01-02', 'period'],
      ['from=2025-01-01&to=2026-01-02', 'to'],
      ['from=2026-07-01&to=2026-07-02', 'from'],
      ['colour=red', 'colour'],
    ])('refuses ?%s with a pointer', async (query, pointer) => {
      const { token } = await application.signIn();
      const { status, body } = await get<ProblemDto>(`${route}?${query}`, token);
      expect(status).toBe(422);
      expect(body).toMatchObject({ code: 'validation_failed', errors: [{ pointer }] });
    });

    it('is kept by nobody on the way', async () => {
      const { token } = await application.signIn();
      expect((await get(route, token)).headers['cache-control']).toBe(route.endsWith('.csv') ? 'no-store' : 'private, no-cache');
    });
  });

  it('refuses an unknown sort with a pointer', async () => {
    const { token } = await application.signIn();
    for (const route of ['/analytics/flowpilot/flow-quality', '/analytics/flowpilot/flow-quality.csv']) {
      const { status, body } = await get<ProblemDto>(`${route}?sort=name`, token);
      expect(status).toBe(422);
      expect(body.errors).toMatchObject([{ pointer: 'sort' }]);
    }
  });

  it('takes a custom range and says which window it is', async () => {
    const { token } = await application.signIn();
    const { body } = await get<CoverageDto>('/analytics/flowpilot/coverage?from=2026-06-01&to=2026-06-07', token);
    expect(body.window).toEqual({
      period: 'custom',
      from: '2026-06-01T00:00:00.000Z',
      to: '2026-06-08T00:00:00.000Z',
      time_zone: 'UTC',
      previous: { from: '2026-05-25T00:00:00.000Z', to: '2026-06-01T00:00:00.000Z' },
    });
  });

  it('answers an empty account with zeros and nulls, every day present', async () => {
    const { token } = await application.signIn();
    const { body: coverage } = await get<CoverageDto>('/analytics/flowpilot/coverage', token);
    expect(coverage).toMatchObject({
      domains: [],
      total_domains: 0,
      unmapped_session_count: 0,
      uncategorised_flow_count: 0,
    });
    const { body: quality } = await get<FlowQualityDto>('/analytics/flowpilot/flow-quality', token);
    expect(quality).toMatchObject({ flows: [], top_performers: [], needs_attention: [] });
    const { body: psa } = await get<PsaMetricsDto>('/analytics/flowpilot/psa-metrics?period=7d', token);
    expect(psa).toMatchObject({ total_time_entries: 0, avg_hours_per_session: 0, unlogged_hours_estimate: null });
    expect(psa.daily_trend).toHaveLength(7);
    const { body: overview } = await get<OverviewDto>('/analytics/flowpilot?period=90d', token);
    expect(overview).toMatchObject({
      sessions: { value: 0, previous: 0, change: null },
      resolution_rate: { value: null, previous: null, change: null },
      hours_logged: { value: 0, previous: 0, change: null },
      median_resolution_minutes: { value: null, previous: null, change: null },
    });
    expect(overview.daily).toHaveLength(90);
  });

  it('never shows another account anything', async () => {
    const full = await Scenario.start(application.database, {});
    const category = await full.category('VPN');
    const flow = await full.flow({ categoryId: category.id });
    const session = await full.session({
      createdAt: new Date('2026-06-29T10:00:00Z'),
      domain: 'VPN',
      status: 'resolved',
      flowId: flow.id,
      ticket: '1',
    });
    await full.activity({ createdAt: new Date('2026-06-29T11:00:00Z'), sessionId: session.id });
    await full.push({ createdAt: new Date('2026-06-29T11:00:00Z'), state: 'failed' });
    const other = await application.signIn();
    const empty = await application.signIn();
    for (const route of ALL_ROUTES) {
      expect((await get(route, other.token)).text).toBe((await get(route, empty.token)).text);
    }
    const { token } = await application.signIn('team_admin', full.accountId);
    const { body } = await get<CoverageDto>('/analytics/flowpilot/coverage', token);
    expect(body.domains).toMatchObject([{ domain: 'VPN', session_count: 1, flow_count: 1 }]);
  });

  describe('as CSV', () => {
    it('shows the rows of the answer under the names of the fields', async () => {
      const acme = await Scenario.start(application.database, {});
      const flow = await acme.flow({ name: 'Reset, "twice"', createdAt: new Date('2026-01-01T00:00:00Z') });
      await acme.flow({ name: '=1+1', createdAt: new Date('2026-06-29T00:00:00Z') });
      const given = { createdAt: new Date('2026-06-29T10:00:00Z'), domain: 'VPN', flowId: flow.id };
      await acme.sessions(2, { ...given, status: 'escalated' });
      await acme.session({ ...given, status: 'resolved', tier: 'guided', confidence: 0.8 });
      await acme.activity({ createdAt: new Date('2026-06-29T10:00:00Z'), hours: 1.255 });
      const { token } = await application.signIn('team_admin', acme.accountId);
      const lines = async (path: string) => (await get(path, token)).text.split('\r\n');

      const coverage = await get('/analytics/flowpilot/coverage.csv', token);
      expect(coverage.headers).toMatchObject({
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="coverage.csv"',
      });
      expect(coverage.text.split('\r\n')[1]).toBe(
        'VPN,,0,3,1,2,1,0.333,0.667,0,0,0.333,1,3,0.061,0.792,insufficient,30,29.8,',
      );
      const quality = await lines('/analytics/flowpilot/flow-quality.csv?sort=usage');
      expect(quality[0]).toMatch(/^\uFEFFflow_id,name,.*,attention_reasons$/);
      expect(quality[1]).toContain(',"Reset, ""twice""",');
      expect(quality[1]).toMatch(/,bottom,low_success$/);
      expect(quality[2]).toContain(",'=1+1,");
      expect((await lines('/analytics/flowpilot/psa-metrics.csv?period=7d')).slice(5, 8)).toEqual([
        '2026-06-28,0,0',
        '2026-06-29,1,1.26',
        '2026-06-30,0,0',
      ]);
      expect((await lines('/analytics/flowpilot.csv?period=7d')).slice(5, 8)).toEqual([
        '2026-06-28,0,0,0,0,0,,0',
        '2026-06-29,1,2,0,0,1,29.8,1.26',
        '2026-06-30,0,0,0,0,0,,0',
      ]);
    });
  });
});
