import { psaMetrics } from './psa-fixture';
import { entriesHoursTable, pushTable } from './psa-tables';
import { pushSteps } from './psa-view';

describe('the tables behind the charts', () => {
  it('have a row a day, named as the API names it', () => {
    const { rows, columns } = entriesHoursTable(psaMetrics().daily_trend);
    expect(rows[1]).toMatchObject({ name: '2026-11-24', values: [37, 29.5] });
    expect(columns.map(({ label }) => label)).toEqual(['Entries', 'Hours']);
    expect(columns[1]?.format(29.5)).toBe('29.50 h');
  });

  it('have a row a step', () => {
    expect(pushTable(pushSteps(psaMetrics())).rows.map(({ label, values }) => [label, values[0]])).toEqual([
      ['Sessions', 1_284],
      ['Linked to a ticket', 1_054],
      ['Note pushed', 820],
      ['Time entry logged', 677],
    ]);
  });
});
