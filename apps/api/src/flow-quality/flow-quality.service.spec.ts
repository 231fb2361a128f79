import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import type { FlowQualityDto, WindowQueryDto } from '@flowpilot/contracts';
import type { FlowSort } from '@flowpilot/metrics';
import { Scenario } from '@flowpilot/testing';

import { windowAt } from '../../test/account-window.js';
import { Database } from '../database/database.js';
import { createTestDatabase, type TestDatabase } from '../database/test-database.js';
import { RolledCounts } from '../rollups/index.js';
import { FlowQualityService } from './flow-quality.service.js';

const NOW = '2026-06-30T12:00:00Z';
const today = new Date('2026-06-30T09:00:00Z');
const daysAgo = (days: number) => new Date(today.getTime() - days * 86_400_000);

describe('FlowQualityService', () => {
  let testDatabase: TestDatabase;
  let database: Database;
  let acme: Scenario;

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    database = new Database(testDatabase.dataSource);
  });

  beforeEach(async () => {
    acme = await Scenario.start(database, { minSample: 1 });
  });

  afterAll(() => testDatabase.drop());

  const quality = async (sort?: FlowSort, query: WindowQueryDto = {}): Promise<FlowQualityDto> =>
    new FlowQualityService(database, new RolledCounts(database)).read(await windowAt(database, acme.accountId, NOW, query), sort);

  it.each([
    [29, []],
    [30, ['unused']],
  ])('of a flow never matched, created %i days ago, says %j', async (days, reasons) => {
    await acme.flow({ createdAt: daysAgo(days) });
    expect((await quality()).flows).toMatchObject([{ days_since_last_match: null, attention_reasons: reasons }]);
  });

  it('scores the worked example', async () => {
    const createdAt = daysAgo(200);
    const a = await acme.flow({ name: 'A', createdAt });
    const b = await acme.flow({ name: 'B', createdAt });
    const c = await acme.flow({ name: 'C', createdAt });
    await acme.flow({ name: 'D', createdAt: daysAgo(1) });
    const onA = { flowId: a.id, createdAt: today };
    await acme.sessions(6, { ...onA, status: 'resolved', tier: 'guided' });
    await acme.session({ ...onA, status: 'resolved' });
    await acme.sessions(2, { ...onA, status: 'escalated' });
    await acme.session(onA);
    const onB = { flowId: b.id, createdAt: daysAgo(9) };
    await acme.session({ ...onB, status: 'resolved' });
    await acme.sessions(3, { ...onB, status: 'escalated' });
    await acme.session({ flowId: c.id, createdAt: daysAgo(45), status: 'resolved' });

    const answer = await quality();
    expect(answer.flows).toMatchObject([
      { name: 'A', success_rate: 0.7, guided_rate: 0.6, recency_score: 1, quality_score: 0.73, rank_band: 'top' },
      { name: 'B', success_rate: 0.25, guided_rate: 0, recency_score: 0.9, quality_score: 0.305, rank_band: 'bottom' },
      { name: 'C', success_rate: null, guided_rate: null, recency_score: 0.5, quality_score: 0.1, rank_band: null },
      { name: 'D', success_rate: null, guided_rate: null, recency_score: 0, quality_score: 0, rank_band: null },
    ]);
    expect(answer.flows.map((flow) => flow.attention_reasons)).toEqual([[], ['low_success'], ['unused'], []]);
    expect(answer.top_performers.map((flow) => flow.name)).toEqual(['A']);
    expect(answer.needs_attention.map((flow) => flow.name)).toEqual(['B', 'C']);
  });

  it('shows every field of a flow', async () => {
    const category = await acme.category('VPN');
    const flow = await acme.flow({ name: 'Reset', categoryId: category.id, treeType: 'procedural' });
    const given = { flowId: flow.id, createdAt: daysAgo(40) };
    await acme.sessions(2, { ...given, status: 'resolved' });
    await acme.session({ ...given, createdAt: today, status: 'resolved', tier: 'guided', confidence: 0.9 });
    await acme.session({ ...given, createdAt: today, confidence: 0.6505 });
    await acme.session({ ...given, createdAt: today, matchedAt: new Date('2026-06-30T10:30:00Z') });
    expect((await quality()).flows).toEqual([
      {
        flow_id: flow.id,
        name: 'Reset',
        tree_type: 'procedural',
        category: 'VPN',
        usage_count: 3,
        resolved: 1,
        guided: 1,
        success_rate: 0.333,
        guided_rate: 0.333,
        avg_confidence: 0.775, // 0.77525
        last_matched_at: '2026-06-30T10:30:00.000Z',
        days_since_last_match: 0,
        recency_score: 1,
        quality_score: 0.4667,
        closed: 1,
        success_low: 0.207,
        success_high: 1,
        evidence: 'sufficient',
        lifetime_usage_count: 5,
        lifetime_success_rate: 0.6,
        attention_reasons: [],
        rank_band: 'top',
      },
    ]);
  });

  it('leaves inactive flows out, and the sessions of other windows and accounts', async () => {
    await acme.flow({ name: 'inactive', isActive: false });
    const flow = await acme.flow({ name: 'active', createdAt: today });
    await acme.session({ flowId: flow.id, createdAt: daysAgo(8) });
    const other = await Scenario.start(database);
    await other.flow({ name: 'foreign' });
    expect((await quality('quality', { period: '7d' })).flows).toMatchObject([
      { name: 'active', usage_count: 0, success_rate: null, avg_confidence: null, lifetime_usage_count: 1 },
    ]);
  });

  it('counts days on the calendar of the account', async () => {
    acme = await Scenario.start(database, { timeZone: 'Pacific/Auckland' }); // now is 00:00 on 1 July there
    await acme.flow({ name: 'yesterday', lastMatchedAt: new Date('2026-06-30T11:59:00Z') });
    await acme.flow({ name: 'today', lastMatchedAt: new Date('2026-06-30T12:00:00Z') });
    await acme.flow({ name: 'in a minute', lastMatchedAt: new Date('2026-06-30T12:01:00Z') });
    await acme.flow({ name: 'never' });
    const { flows } = await quality('usage');
    expect(flows.map((flow) => [flow.name, flow.days_since_last_match])).toEqual([
      ['in a minute', 0],
      ['never', null],
      ['today', 0],
      ['yesterday', 1],
    ]);
  });

  it('never counts a match to come, tomorrow on the calendar, as less than no days', async () => {
    await acme.flow({ lastMatchedAt: new Date('2026-07-01T00:01:00Z') });
    expect((await quality()).flows).toMatchObject([{ days_since_last_match: 0, recency_score: 1 }]);
  });

  it('sorts as asked, descending, nulls last', async () => {
    const unused = await acme.flow({ name: 'unused', createdAt: today });
    const often = await acme.flow({ name: 'often', createdAt: today });
    const well = await acme.flow({ name: 'well', createdAt: today });
    await acme.sessions(3, { flowId: often.id, createdAt: today, status: 'escalated' });
    await acme.session({ flowId: well.id, createdAt: today, status: 'resolved' });
    const order = async (sort?: FlowSort) => (await quality(sort)).flows.map((flow) => flow.flow_id);
    expect(await order('usage')).toEqual([often.id, well.id, unused.id]);
    expect(await order('success_rate')).toEqual([well.id, often.id, unused.id]);
    expect(await order()).toEqual([well.id, often.id, unused.id]);
  });
});
