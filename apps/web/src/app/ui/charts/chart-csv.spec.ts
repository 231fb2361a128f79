import { chartCsv } from './chart-csv';

describe('chartCsv', () => {
  it('writes the heads, then a row a day', () => {
    const csv = chartCsv({
      rowHead: 'Day',
      columns: [
        { label: 'Entries', format: String },
        { label: 'Hours, logged', format: String },
      ],
      rows: [{ name: '2026-11-09', label: 'Mon 9 Nov', values: [36, 31.75] }],
    });
    expect(csv).toBe('Day,Entries,"Hours, logged"\r\n2026-11-09,36,31.75\r\n');
  });
});
