import { jest } from '@jest/globals';

import type { AccessTokenDto, CoverageDto, FlowQualityDto, OverviewDto, PsaMetricsDto, SessionPageDto } from '@flowpilot/contracts';

import { startTestApplication, type TestApplication } from '../../test/application.js';
import { DemoPeople } from './demo-people.js';
import { DemoLoader } from './demo.loader.js';

const NOW = '2026-11-24T15:20:00Z';
/** Loading takes a few seconds, and much longer while other specs keep the machine busy. */
const PATIENCE_MS = 120_000;
const TABLES = ['accounts', 'users', 'flows', 'sessions', 'psa_activity_logs'];

describe('DemoLoader', () => {
  let application: TestApplication;
  let loader: DemoLoader;
  beforeAll(async () => {
    application = await startTestApplication();
    application.clock.set(NOW);
    loader = application.app.get(DemoLoader, { strict: false });
  });
  afterAll(() => application.stop());

  async function count(table: string, where = 'true'): Promise<number> {
    const [row] = await application.database.query<{ count: number }>(`select count(*)::int as count from ${table} where ${where}`);
    return row?.count ?? 0;
  }
  async function tokenOf(email: string): Promise<string> {
    const payload = { email, password: 'flowpilot-demo' };
    const { status, body } = await application.inject<AccessTokenDto>({ method: 'POST', url: '/auth/login', payload });
    expect([email, status]).toEqual([email, 200]);
    return body.access_token;
  }
  async function read<Body>(path: string, email = 'admin@demo.test'): Promise<Body> {
    const { status, body } = await application.inject<Body>({ method: 'GET', url: path, token: await tokenOf(email) });
    expect([path, status]).toEqual([path, 200]);
    return body;
  }

  it('leaves nothing behind when it breaks off, and loads at the next start', async () => {
    const killed = new Error('killed');
    const brokenOff = application.database.transaction(async () => {
      await loader.loadIfEmpty();
      throw killed;
    });
    await expect(brokenOff).rejects.toBe(killed);
    for (const table of TABLES) expect([table, await count(table)]).toEqual([table, 0]);
  }, PATIENCE_MS);

  it('may take longer than a request may: a slow machine gets its demo too', async () => {
    const people = application.app.get(DemoPeople, { strict: false });
    const slow = new Error('after a look at the limit');
    let limit: unknown;
    const making = jest.spyOn(people, 'makeOperator').mockImplementation(async () => {
      [limit] = await application.database.query("select current_setting('transaction_timeout')::interval > '5 minutes' as ample");
      throw slow;
    });
    await expect(loader.loadIfEmpty()).rejects.toBe(slow);
    making.mockRestore();
    expect(limit).toEqual({ ample: true });
  });

  it('loads once, whoever else starts at the same time, in under ten seconds', async () => {
    const before = process.cpuUsage();
    const loaded = await Promise.all([loader.loadIfEmpty(), loader.loadIfEmpty()]);
    // Of work, not of waiting: a busy machine is no failure.
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000_000).toBeLessThan(10);
    expect(loaded.sort()).toEqual([false, true]);
    expect(await loader.loadIfEmpty()).toBe(false);
    expect(await count('accounts')).toBe(2);
  }, PATIENCE_MS);

  it('lets everybody log in', async () => {
    expect(await read('/me')).toMatchObject({ role: 'team_admin', account: { time_zone: 'Europe/London' } });
    expect(await read('/me', 'engineer@demo.test')).toMatchObject({ role: 'engineer', account: { time_zone: 'Europe/London' } });
    expect(await read('/me', 'operator@demo.test')).toMatchObject({ role: 'super_admin', account: null });
    expect(await read('/me', 'admin@other.test')).toMatchObject({ role: 'team_admin', account: { time_zone: 'America/Chicago' } });
  });

  it('keeps the counters of the flows true', async () => {
    const wrong = await application.database.query(
      `select flows.name from flows left join sessions
           on sessions.account_id = flows.account_id and sessions.matched_flow_id = flows.id
        group by flows.account_id, flows.id
       having flows.usage_count <> count(sessions.id)
           or flows.resolved_count <> count(*) filter (where sessions.status = 'resolved')`,
    );
    expect(wrong).toEqual([]);
  });

  it('has something to say on every tab', async () => {
    const overview = await read<OverviewDto>('/analytics/flowpilot');
    expect(overview.sessions.value).toBeGreaterThan(1_000);
    expect(overview.sessions.previous).toBeGreaterThan(1_000);
    expect(overview.needs_attention).toHaveLength(5);
    const today = overview.daily.at(-1);
    expect((today?.resolved ?? 0) + (today?.active ?? 0)).toBeGreaterThan(0);

    const coverage = await read<CoverageDto>('/analytics/flowpilot/coverage');
    const gaps = coverage.domains.filter(({ flow_count: flows, session_count: sessions }) => flows === 0 && sessions > 0);
    expect(gaps.map(({ domain }) => domain).sort()).toEqual(['Line-of-business apps', 'Telephony']);
    expect(coverage.domains.filter(({ session_count: sessions }) => sessions === 0).map(({ domain }) => domain)).toEqual(['Server hardware']);
    expect(coverage).toMatchObject({ total_domains: 14, uncategorised_flow_count: 1 });
    expect(coverage.unmapped_session_count).toBeGreaterThan(20);

    const quality = await read<FlowQualityDto>('/analytics/flowpilot/flow-quality');
    const reasons = Object.fromEntries(quality.needs_attention.map((row) => [row.name, row]));
    expect(reasons['Backup job failed']).toMatchObject({ attention_reasons: ['low_success'], evidence: 'sufficient' });
    expect(reasons['Restore a virtual machine']).toMatchObject({ attention_reasons: ['unused'], usage_count: 0 });
    expect(reasons['RAID disk replacement']).toMatchObject({ attention_reasons: ['unused'], last_matched_at: null });
    expect(reasons['Passkey set-up']).toBeUndefined();
    expect(quality.top_performers).toHaveLength(5);
    expect(quality.flows.some(({ evidence, usage_count: usage }) => evidence === 'insufficient' && usage > 0)).toBe(true);
    expect(quality.flows.map(({ name }) => name)).not.toContain('Skype for Business sign-in');
  });

  it('shows how far the work reaches', async () => {
    const psa = await read<PsaMetricsDto>('/analytics/flowpilot/psa-metrics');
    const { total_sessions: all, linked_to_ticket: linked, doc_pushed: noted, time_entry_logged: logged } = psa.push_funnel;
    expect(all).toBeGreaterThan(linked);
    expect(linked).toBeGreaterThan(noted);
    expect(noted).toBeGreaterThan(logged);
    expect(logged).toBeGreaterThan(all / 3);
    expect(psa.unattributed_entries).toBeGreaterThan(0);
    expect(psa.skipped_a_step).toBeGreaterThan(0);
    expect(psa.unlogged_sessions).toBeGreaterThan(0);
  });

  it('gives engineers sessions of their own, and the other account none of them', async () => {
    const own = await read<SessionPageDto>('/sessions?limit=5', 'engineer@demo.test');
    expect(own.items).toHaveLength(5);
    const other = await read<OverviewDto>('/analytics/flowpilot', 'admin@other.test');
    expect(other.sessions.value).toBeGreaterThan(100);
    expect(other.sessions.value).toBeLessThan(400);
    expect(await count('psa_activity_logs', 'user_id is not null')).toBeGreaterThan(5_000);
  });
});
