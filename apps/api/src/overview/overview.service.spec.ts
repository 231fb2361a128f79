import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import type { OverviewDto, WindowQueryDto } from '@flowpilot/contracts';
import { Scenario } from '@flowpilot/testing';

import { windowAt } from '../../test/account-window.js';
import { CoverageService } from '../coverage/index.js';
import { Database } from '../database/database.js';
import { createTestDatabase, type TestDatabase } from '../database/test-database.js';
import { FlowQualityService } from '../flow-quality/index.js';
import { RolledCounts } from '../rollups/index.js';
import { OverviewService } from './overview.service.js';

const NOW = '2026-06-30T12:00:00Z';
const today = new Date('2026-06-30T09:00:00Z');
const daysAgo = (days: number) => new Date(today.getTime() - days * 86_400_000);

describe('OverviewService', () => {
  let testDatabase: TestDatabase;
  let database: Database;
  let acme: Scenario;

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    database = new Database(testDatabase.dataSource);
  });

  beforeEach(async () => {
    acme = await Scenario.start(database);
  });

  afterAll(() => testDatabase.drop());

  async function overview(query: WindowQueryDto = { period: '7d' }): Promise<OverviewDto> {
    const window = await windowAt(database, acme.accountId, NOW, query);
    return new OverviewService(new RolledCounts(database), new CoverageService(database, new RolledCounts(database)), new FlowQualityService(database, new RolledCounts(database))).read(window);
  }

  it('sets each figure beside the previous window', async () => {
    await acme.sessions(2, { createdAt: today, status: 'resolved', tier: 'guided' });
    await acme.session({ createdAt: daysAgo(1), status: 'escalated' });
    await acme.session({ createdAt: daysAgo(7), status: 'resolved', resolvedAt: new Date(daysAgo(7).getTime() + 60_000 * 60) });
    await acme.session({ createdAt: daysAgo(8), tier: 'guided' });
    await acme.activity({ createdAt: today, hours: 1.5 });
    await acme.activity({ createdAt: daysAgo(7), hours: 2 });
    expect(await overview()).toMatchObject({
      sessions: { value: 3, previous: 2, change: 0.5 },
      resolution_rate: { value: 0.667, previous: 0.5, change: 0.167 },
      escalation_rate: { value: 0.333, previous: 0, change: 0.333 },
      guided_rate: { value: 0.667, previous: 0.5, change: 0.167 },
      median_resolution_minutes: { value: 29.8, previous: 59.7, change: -0.5 },
      hours_logged: { value: 1.5, previous: 2, change: -0.25 },
    });
  });

  it('compares a part-day with a part-day', async () => {
    await acme.session({ createdAt: new Date('2026-06-23T11:59:59Z') });
    await acme.session({ createdAt: new Date('2026-06-23T12:00:00Z') });
    expect((await overview()).sessions).toEqual({ value: 0, previous: 1, change: -1 });
  });

  it('has days that add up to the figures', async () => {
    await acme.sessions(2, { createdAt: daysAgo(3), status: 'resolved', tier: 'guided' });
    await acme.session({ createdAt: daysAgo(3), status: 'escalated', tier: 'exploring' });
    await acme.session({ createdAt: today, status: 'abandoned', tier: 'discovery' });
    await acme.session({ createdAt: today });
    await acme.activity({ createdAt: daysAgo(3), hours: 0.25 });
    const { daily, tiers, sessions } = await overview();
    expect(daily).toHaveLength(7);
    expect(daily[3]).toEqual({
      date: '2026-06-27',
      resolved: 2,
      escalated: 1,
      abandoned: 0,
      active: 0,
      guided: 2,
      median_resolution_minutes: 29.8,
      hours_logged: 0.25,
    });
    expect(daily[6]).toMatchObject({ resolved: 0, abandoned: 1, active: 1, median_resolution_minutes: null });
    expect(tiers).toEqual({ guided: 2, exploring: 1, discovery: 1, none: 1 });
    expect(sessions.value).toBe(5);
  });

  it('shows the five domains with most sessions, none of them idle', async () => {
    const idle = await acme.category('Idle');
    await acme.flow({ categoryId: idle.id });
    await acme.flow({ isActive: false });
    expect(await overview()).toMatchObject({ top_domains: [], active_flows: 1 });
    for (const [index, domain] of ['A', 'B', 'C', 'D', 'E', 'F'].entries()) {
      await acme.sessions(index + 1, { createdAt: today, domain });
    }
    expect((await overview()).top_domains.map((row) => row.domain)).toEqual(['F', 'E', 'D', 'C', 'B']);
  });

  it('shows the first five flows that need attention', async () => {
    for (const name of ['f', 'e', 'd', 'c', 'b', 'a']) await acme.flow({ name, createdAt: daysAgo(100) });
    const { needs_attention: flows } = await overview();
    expect(flows.map((flow) => flow.name)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(flows[0]?.attention_reasons).toEqual(['unused']);
  });

  it('shows the rows that the other read models show', async () => {
    for (const [index, name] of ['g', 'f', 'e', 'd', 'c', 'b', 'a'].entries()) {
      const flow = await acme.flow({ name, createdAt: daysAgo(100) });
      const given = { flowId: flow.id, createdAt: today, domain: name };
      await acme.sessions(index + 1, { ...given, status: 'escalated' });
      await acme.sessions(index > 4 ? 20 : 0, { ...given, status: 'resolved', tier: 'guided' });
    }
    const window = await windowAt(database, acme.accountId, NOW, { period: '7d' });
    const { domains } = await new CoverageService(database, new RolledCounts(database)).read(window);
    const { flows, needs_attention } = await new FlowQualityService(database, new RolledCounts(database)).read(window);
    expect(needs_attention.map((flow) => flow.rank_band)).toEqual(Array(5).fill('bottom'));
    expect(await overview()).toMatchObject({
      active_flows: flows.length,
      needs_attention: needs_attention.slice(0, 5),
      top_domains: domains.slice(0, 5),
    });
  });
});
