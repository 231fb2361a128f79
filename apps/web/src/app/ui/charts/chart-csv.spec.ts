import { chartCsv } from './chart-csv';

describe('chartCsv', () => {
  it('writes days and values as they are, not as they are shown', () => {
    const csv = chartCsv({
      rowHead: 'Day',
      columns: [
        { label: 'Entries', format: () => 'many' },
        { label: 'Hours', format: () => 'more' },
      ],
      rows: [{ name: '2026-11-09', label: 'Mon 9 Nov', values: [36, 31.75] }],
    });
    expect(csv).toBe('\uFEFFDay,Entries,Hours\r\n2026-11-09,36,31.75\r\n');
  });
});
