import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import type { CoverageDto, CoverageRowDto, WindowQueryDto } from '@flowpilot/contracts';
import { Scenario } from '@flowpilot/testing';

import { windowAt } from '../../test/account-window.js';
import { Database } from '../database/database.js';
import { createTestDatabase, type TestDatabase } from '../database/test-database.js';
import { RolledCounts } from '../rollups/index.js';
import { CoverageService } from './coverage.service.js';

const NOW = '2026-06-30T12:00:00Z';
const today = new Date('2026-06-30T09:00:00Z');
const minutesLater = (start: Date, minutes: number) => new Date(start.getTime() + minutes * 60_000);

describe('CoverageService', () => {
  let testDatabase: TestDatabase;
  let database: Database;
  let acme: Scenario;

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    database = new Database(testDatabase.dataSource);
  });

  beforeEach(async () => {
    acme = await Scenario.start(database, { minSample: 3 });
  });

  afterAll(() => testDatabase.drop());

  const coverage = async (query: WindowQueryDto = {}): Promise<CoverageDto> =>
    new CoverageService(database, new RolledCounts(database)).read(await windowAt(database, acme.accountId, NOW, query));

  const rowOf = async (domain: string): Promise<CoverageRowDto | undefined> =>
    (await coverage()).domains.find((row) => row.domain === domain);

  it('counts the sessions of a domain and their evidence', async () => {
    const flow = await acme.flow();
    const given = { createdAt: today, domain: 'VPN' };
    await acme.sessions(3, { ...given, status: 'resolved', tier: 'guided', flowId: flow.id });
    await acme.sessions(2, { ...given, status: 'escalated', tier: 'exploring' });
    await acme.session({ ...given, status: 'abandoned' });
    await acme.sessions(2, { ...given, tier: 'discovery' });
    expect(await rowOf('VPN')).toEqual({
      domain: 'VPN',
      category_id: null,
      flow_count: 0,
      session_count: 8,
      resolved: 3,
      escalated: 2,
      guided: 3,
      resolution_rate: 0.375,
      escalation_rate: 0.25,
      abandonment_rate: 0.125,
      pending_rate: 0.25,
      guided_rate: 0.375,
      match_rate: 0.375,
      closed: 6,
      success_low: 0.188,
      success_high: 0.812,
      evidence: 'sufficient',
      avg_resolution_minutes: 30,
      median_resolution_minutes: 29.8,
      p90_resolution_minutes: null,
    });
  });

  it('is the union of recorded domains and categories with active flows', async () => {
    const email = await acme.category('Email');
    const printing = await acme.category('Printing');
    await acme.category('Without flows');
    const retired = await acme.category('Retired');
    await acme.flow({ categoryId: email.id });
    await acme.flow({ categoryId: email.id });
    await acme.flow({ categoryId: email.id, isActive: false });
    await acme.flow({ categoryId: printing.id });
    await acme.flow({ categoryId: retired.id, isActive: false });
    await acme.flow();
    await acme.flow({ isActive: false });
    await acme.session({ createdAt: today, domain: 'Email' });
    await acme.session({ createdAt: today, domain: 'VPN' });
    const answer = await coverage();
    expect(answer).toMatchObject({ total_domains: 3, uncategorised_flow_count: 1 });
    expect(answer.domains).toMatchObject([
      { domain: 'Email', flow_count: 2, session_count: 1, category_id: email.id },
      { domain: 'VPN', flow_count: 0, session_count: 1, category_id: null },
      { domain: 'Printing', flow_count: 1, session_count: 0, category_id: printing.id, resolution_rate: null },
    ]);
  });

  it('gathers the spellings of a domain and shows the first one, or the category that came later', async () => {
    await acme.session({ createdAt: today, domain: ' Remote   ACCESS ' });
    await acme.session({ createdAt: today, domain: 'remote access' });
    await acme.session({ createdAt: today, domain: 'ＲＥＭＯＴＥ access' });
    expect((await coverage()).domains).toMatchObject([{ domain: 'Remote ACCESS', session_count: 3 }]);
    const category = await acme.category('Remote Access');
    expect((await coverage()).domains).toMatchObject([
      { domain: 'Remote Access', session_count: 3, category_id: category.id, flow_count: 0 },
    ]);
  });

  it('tells unmapped sessions apart', async () => {
    await acme.session({ createdAt: today, domain: null });
    await acme.session({ createdAt: today, domain: ' \t ' });
    await acme.session({ createdAt: today, domain: 'VPN' });
    expect(await coverage()).toMatchObject({ unmapped_session_count: 2, total_domains: 1 });
  });

  it('orders by sessions, then by lower-cased name', async () => {
    for (const domain of ['beta', 'Alpha', 'Émile', 'zeta', 'zeta']) await acme.session({ createdAt: today, domain });
    expect((await coverage()).domains.map((row) => row.domain)).toEqual(['zeta', 'Alpha', 'beta', 'Émile']);
  });

  it('begins with the first instant of its first day and ends before now', async () => {
    const at = (time: string, domain: string) => acme.session({ createdAt: new Date(time), domain });
    await at('2026-06-23T23:59:59.999Z', 'before');
    await at('2026-06-24T00:00:00Z', 'first');
    await at('2026-06-30T11:59:59.999Z', 'last');
    await at(NOW, 'now');
    const domains = (await coverage({ period: '7d' })).domains.map((row) => row.domain);
    expect(domains.sort()).toEqual(['first', 'last']);
  });

  it('means times exactly and takes percentiles of their buckets', async () => {
    const createdAt = new Date('2026-06-29T00:00:00Z');
    for (let n = 1; n <= 20; n += 1) {
      await acme.session({ createdAt, domain: 'VPN', status: 'resolved', resolvedAt: minutesLater(createdAt, n * 10) });
    }
    await acme.session({ createdAt, domain: 'VPN', status: 'escalated' });
    expect(await rowOf('VPN')).toMatchObject({
      avg_resolution_minutes: 105,
      median_resolution_minutes: 99.9,
      p90_resolution_minutes: 180.9,
    });
  });

  it('knows a resolution within the same instant and one that took years', async () => {
    await acme.session({ createdAt: today, domain: 'quick', status: 'resolved', resolvedAt: today });
    const createdAt = new Date('2026-06-30T00:00:00Z');
    const resolvedAt = minutesLater(createdAt, 60 * 24 * 365 * 30);
    await acme.session({ createdAt, domain: 'slow', status: 'resolved', resolvedAt });
    expect(await rowOf('quick')).toMatchObject({ avg_resolution_minutes: 0, median_resolution_minutes: 0.3 });
    expect(await rowOf('slow')).toMatchObject({ avg_resolution_minutes: 15_768_000 });
  });

  it('keeps accounts apart, whose domains and categories may be spelled alike', async () => {
    const other = await Scenario.start(database);
    const category = await other.category('vpn');
    await other.flow({ categoryId: category.id });
    await other.sessions(2, { createdAt: today, domain: 'vpn' });
    await acme.session({ createdAt: today, domain: 'VPN' });
    expect((await coverage()).domains).toMatchObject([{ domain: 'VPN', session_count: 1, flow_count: 0 }]);
  });
});
