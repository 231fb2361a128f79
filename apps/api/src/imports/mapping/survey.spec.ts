import type { CsvRow } from '../reading/csv-file.js';
import { finalRows } from './final-rows.js';
import { selectFlows } from './flow-selection.js';
import type { ImportMapping } from './import-mapping.js';
import { RowMapper } from './row-mapper.js';
import { surveyRows } from './survey.js';
import { TimeReader } from './time-reader.js';

const MAPPING: ImportMapping = {
  columns: { external_ref: ['id'], created_at: ['opened'], ended_at: ['closed'], problem_domain: ['area'], flow: ['playbook'] },
  translations: {},
  flows: { mostFrequent: null, matchedWhen: null },
  missing: [],
  dateFormat: null,
  delimiter: ',',
};
const mapper = new RowMapper(
  MAPPING,
  ['id', 'opened', 'closed', 'area', 'playbook'],
  new TimeReader({ format: null, timeZone: 'UTC' }),
);

async function* rows(...lines: string[]): AsyncGenerator<CsvRow> {
  for (const [index, line] of lines.entries()) yield await Promise.resolve({ line: index + 2, cells: line.split(',') });
}
const survey = (...lines: string[]) => surveyRows(rows(...lines), mapper);

describe('surveyRows', () => {
  it('counts only the final state of each reference', async () => {
    const found = await survey('A,2026-01-02,,VPN,Drops', 'B,2026-01-01,,VPN,Drops', 'A,2026-01-02,2026-01-05,VPN,Certificate');
    expect(found).toMatchObject({ rows: 3, newest: Date.parse('2026-01-05') });
    expect([...found.finalRows].map(([reference, { row }]) => [reference, row])).toEqual([
      ['A', 2],
      ['B', 1],
    ]);
    expect(found.flows.map(({ name, sessions, earliest }) => [name, sessions, earliest])).toEqual([
      ['Drops', 1, Date.parse('2026-01-01')],
      ['Certificate', 1, Date.parse('2026-01-02')],
    ]);
  });

  it('forgets a flow that only passing states named', async () => {
    const found = await survey('A,2026-01-02,,VPN,Drops', 'A,2026-01-02,,VPN,');
    expect(found.flows).toEqual([]);
  });

  it('leaves rejected rows and rows without a reference out of account', async () => {
    const found = await survey('A,2026-01-02,,VPN,Drops', 'A,never,,VPN,Drops', ',2026-01-09,,,');
    expect(found).toMatchObject({ rows: 3, rowsWithoutReference: 1, flows: [], newest: null });
    expect(found.finalRows.get('A')?.row).toBe(1);
  });

  it('takes spellings of one name for one flow, and one name in two categories for two', async () => {
    const found = await survey('A,2026-01-01,,VPN,Drops', 'B,2026-01-01,, vpn ,DROPS', 'C,2026-01-01,,Wi-Fi,Drops', 'D,2026-01-01,,,Drops');
    expect(found.flows.map(({ name, category, sessions }) => [name, category, sessions])).toEqual([
      ['Drops', 'VPN', 2],
      ['Drops', 'Wi-Fi', 1],
      ['Drops', null, 1],
    ]);
  });
});

describe('selectFlows', () => {
  it('takes the most frequent of each category, ties by name', async () => {
    const lines = ['b', 'C', 'a', 'd', 'd'].map((name, index) => `${index},2026-01-01,,VPN,${name}`);
    const { flows } = await survey(...lines, 'X,2026-01-01,,Wi-Fi,z');
    expect(selectFlows(flows, 3).map(({ name }) => name)).toEqual(['d', 'a', 'b', 'z']);
    expect(selectFlows(flows, null)).toHaveLength(5);
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
