import type { CsvRow } from '../reading/csv-file.js';
import { finalRows } from './final-rows.js';
import type { ImportMapping } from './import-mapping.js';
import { RowMapper } from './row-mapper.js';
import { type Survey, surveyRows } from './survey.js';
import { takenTimes } from './taken-times.js';
import { TimeReader } from './time-reader.js';
import { wantedFlows } from './wanted-flows.js';

const MAPPING: ImportMapping = {
  columns: { external_ref: ['id'], created_at: ['opened'], ended_at: ['closed'], problem_domain: ['area'], flow: ['playbook'] },
  translations: {},
  flows: { mostFrequent: null, matchedWhen: null },
  missing: [],
  dateFormat: null,
  delimiter: ',',
};
const TIMES = new TimeReader({ format: null, timeZone: 'UTC' });
const mapper = new RowMapper(
  MAPPING,
  ['id', 'opened', 'closed', 'area', 'playbook'],
  TIMES,
);

async function* rows(...lines: string[]): AsyncGenerator<CsvRow> {
  for (const [index, line] of lines.entries()) yield await Promise.resolve({ line: index + 2, cells: line.split(',') });
}
const survey = (...lines: string[]) => surveyRows(rows(...lines), mapper);
const flowsOf = (found: Survey, mostFrequent: number | null = null, times = TIMES) => wantedFlows(found, times, mostFrequent);

describe('surveyRows', () => {
  it('counts only the final state of each reference', async () => {
    const found = await survey('A,2026-01-02,,VPN,Drops', 'B,2026-01-01,,VPN,Drops', 'A,2026-01-02,2026-01-05,VPN,Certificate');
    expect(found).toMatchObject({ rows: 3, newest: Date.parse('2026-01-05') });
    expect([...found.finalRows].map(([reference, { row }]) => [reference, row])).toEqual([
      ['A', 2],
      ['B', 1],
    ]);
    expect(flowsOf(found).map(({ name, sessions, earliest }) => [name, sessions, earliest])).toEqual([
      ['Certificate', 1, Date.parse('2026-01-02')],
      ['Drops', 1, Date.parse('2026-01-01')],
    ]);
  });

  it('forgets a flow that only passing states named', async () => {
    const found = await survey('A,2026-01-02,,VPN,Drops', 'A,2026-01-02,,VPN,');
    expect(flowsOf(found)).toEqual([]);
  });

  it('leaves rejected rows and rows without a reference out of account', async () => {
    const found = await survey('A,2026-01-02,,VPN,Drops', 'A,never,,VPN,Drops', ',2026-01-09,,,');
    expect(found).toMatchObject({ rows: 3, rowsWithoutReference: 1, newest: null });
    expect(flowsOf(found)).toEqual([]);
    expect(found.finalRows.get('A')?.row).toBe(1);
  });

  it('takes spellings of one name for one flow, and one name in two categories for two', async () => {
    const found = await survey('A,2026-01-01,,VPN,Drops', 'B,2026-01-01,, vpn ,DROPS', 'C,2026-01-01,,Wi-Fi,Drops', 'D,2026-01-01,,,Drops');
    expect(flowsOf(found).map(({ name, category, sessions }) => [name, category, sessions])).toEqual([
      ['Drops', 'VPN', 2],
      ['Drops', 'Wi-Fi', 1],
      ['Drops', null, 1],
    ]);
  });
});

describe('wantedFlows', () => {
  it('takes the most frequent of each category, ties by name', async () => {
    const lines = ['b', 'C', 'a', 'd', 'd'].map((name, index) => `${index},2026-01-01,,VPN,${name}`);
    const found = await survey(...lines, 'X,2026-01-01,,Wi-Fi,z');
    expect(flowsOf(found, 3).map(({ name }) => name)).toEqual(['d', 'a', 'b', 'z']);
    expect(flowsOf(found)).toHaveLength(5);
  });

  it('leaves sessions out of account whose times nobody takes, before or after they are shifted', async () => {
    const found = await survey('A,2026-01-05,,VPN,Drops', 'B,1969-01-05,,VPN,Drops', 'C,2026-01-06,2099-01-01,VPN,Late', 'D,1969-01-05,,VPN,Early');
    const taken = takenTimes(Date.parse('2026-06-01'));
    const within = (shiftDays: number) => flowsOf(found, null, new TimeReader({ format: null, timeZone: 'UTC', shiftDays, taken }));
    expect(within(0)).toMatchObject([{ name: 'Drops', sessions: 1, earliest: Date.parse('2026-01-05') }]);
    expect(within(365).map(({ name, sessions }) => [name, sessions])).toEqual([
      ['Drops', 1],
      ['Early', 1],
    ]);
  });
});

describe('finalRows', () => {
  it('gives the last row of each reference and every row without one, with its line', async () => {
    const lines = ['A,2026-01-02,,,', ',2026-01-01,,,', 'A,2026-01-03,,,', 'B,never,,,'];
    const found = await survey(...lines);
    const given = [];
    for await (const row of finalRows(rows(...lines), found, mapper)) given.push(row);
    expect(given).toMatchObject([
      { line: 3, reference: null, rejection: { code: 'missing_value' } },
      { line: 4, reference: 'A', mapped: { session: { created_at: Date.parse('2026-01-03') } } },
      { line: 5, reference: 'B', rejection: { code: 'invalid_time' } },
    ]);
  });
});
