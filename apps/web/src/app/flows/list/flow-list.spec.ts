import type { FlowDto } from '@flowpilot/contracts';

import { FLOW } from '../editor/flow-fixture.js';
import { categoriesOf, filteredFlows, filterParams, type FlowFilter, readFilter } from './flow-filter.js';
import { FLOW_HEADS, type FlowColumn, orderedFlows } from './flow-list-columns.js';
import { flowRow, listSummary } from './flow-rows.js';
import { localDaysSince } from './local-days-since.js';

const flow = (name: string, given: Partial<FlowDto> = {}): FlowDto => ({ ...FLOW, id: name, name, ...given });
const ALL: FlowFilter = { search: '', category: '', state: 'all' };
const names = (flows: readonly FlowDto[]) => flows.map(({ name }) => name);

describe('the filter of the list', () => {
  const flows = [
    flow('VPN drops', { category_id: 'v', category: 'VPN', description: 'Tunnel' }),
    flow('Print queue', { category_id: 'p', category: 'Printing', is_active: false }),
    flow('Loose end', { category_id: null, category: null }),
  ];

  it.each<[string, Partial<FlowFilter>, string[]]>([
    ['nothing', {}, ['VPN drops', 'Print queue', 'Loose end']],
    ['a word in any case', { search: 'vpn' }, ['VPN drops']],
    ['several words, wherever they stand', { search: ' tunnel  DROPS' }, ['VPN drops']],
    ['a category', { category: 'p' }, ['Print queue']],
    ['no category', { category: 'none' }, ['Loose end']],
    ['active ones', { state: 'active' }, ['VPN drops', 'Loose end']],
    ['inactive ones of a category', { state: 'inactive', category: 'v' }, []],
  ])('admits by %s', (_, filter, expected) => expect(names(filteredFlows(flows, { ...ALL, ...filter }))).toEqual(expected));

  it.each<FlowFilter>([ALL, { search: 'vpn drops', category: 'none', state: 'inactive' }])('is the same when read from the address: %j', (filter) => {
    expect(readFilter(new Map(Object.entries(filterParams(filter)).filter(([, value]) => value !== null)) as Map<string, string> & { get(name: string): string | null })).toEqual(filter);
  });

  it('takes an unknown state for all', () => {
    expect(readFilter({ get: () => 'sideways' }).state).toBe('all');
  });

  it('offers the categories that the flows have', () => {
    expect(categoriesOf([...flows, ...flows])).toEqual([{ id: 'p', name: 'Printing' }, { id: 'v', name: 'VPN' }]);
  });
});

describe('the order of the list', () => {
  const flows = [
    flow('b', { usage_count: 10, resolved_count: 5, last_matched_at: null }),
    flow('a', { usage_count: 0, resolved_count: 0, category: null }),
    flow('C', { usage_count: 3, resolved_count: 3, updated_at: '2026-11-01T00:00:00Z' }),
  ];

  it.each<[FlowColumn, 'ascending' | 'descending', string[]]>([
    ['name', 'ascending', ['a', 'b', 'C']],
    ['name', 'descending', ['C', 'b', 'a']],
    ['sessions', 'descending', ['b', 'C', 'a']],
    ['success', 'descending', ['C', 'b', 'a']],
    ['success', 'ascending', ['b', 'C', 'a']],
    ['category', 'ascending', ['b', 'C', 'a']],
    ['last_match', 'descending', ['a', 'C', 'b']],
    ['changed', 'descending', ['C', 'a', 'b']],
  ])('by %s %s', (column, direction, expected) => expect(names(orderedFlows(flows, { column, direction }))).toEqual(expected));
});

describe('a row of the list', () => {
  const now = new Date('2026-11-24T10:00:00Z');

  it('writes figures over the whole life, and days in the zone of the account', () => {
    expect(flowRow(flow('VPN', { last_matched_at: '2026-11-22T23:30:00Z' }), 'Europe/London', now, 8)).toMatchObject({
      sessions: '128',
      success: '47.7',
      successDetail: '61 of 128 sessions',
      lastMatch: '2 days ago',
      sessionRows: { path: '/sessions', query: { lifetime: 'true' } },
      successRows: { path: '/sessions', query: { lifetime: 'true', status: 'resolved' } },
      category: 'Backup',
      type: 'Troubleshooting',
    });
    expect(flowRow(flow('VPN', { last_matched_at: '2026-11-22T23:30:00Z' }), 'Europe/Berlin', now, 8).lastMatch).toBe('Yesterday');
  });

  it('has a dash where there is no session, and none of what never was', () => {
    const unused = flow('New', { usage_count: 0, resolved_count: 0, success_rate: null, last_matched_at: null, category: null });
    expect(flowRow(unused, 'UTC', now, 8)).toMatchObject({ success: '–', successDetail: '', sessionRows: undefined, successRows: undefined, lastMatch: 'Never', category: '–' });
  });

  it.each([
    [1, 1, '1 of 1 session, too few to be sure'],
    [5, 7, '5 of 7 sessions, too few to be sure'],
    [5, 8, '5 of 8 sessions'],
  ])('says how sure a share is: %d of %d', (resolved, sessions, detail) => {
    expect(flowRow(flow('VPN', { resolved_count: resolved, usage_count: sessions }), 'UTC', now, 8).successDetail).toBe(detail);
  });

  it('explains every figure of its own', () => {
    expect(FLOW_HEADS.filter(({ explanation }) => explanation !== undefined).map(({ label }) => label)).toEqual(['Sessions', 'Resolved %', 'Last match']);
  });

  it('counts what is shown', () => {
    expect(listSummary([flow('a')])).toBe('1 flow');
    expect(listSummary([flow('a'), flow('b', { is_active: false })])).toBe('2 flows, 1 inactive');
  });
});

describe('localDaysSince', () => {
  it.each([
    ['2026-11-24T00:00:00Z', 'UTC', 0],
    ['2026-11-23T23:59:59Z', 'UTC', 1],
    ['2026-11-23T23:59:59Z', 'Asia/Kolkata', 0],
    ['2026-10-20T12:00:00Z', 'Europe/London', 35],
    ['2026-11-24T12:00:00Z', 'UTC', 0],
  ])('%s in %s', (instant, zone, days) => expect(localDaysSince(instant, new Date('2026-11-24T10:00:00Z'), zone)).toBe(days));
});
