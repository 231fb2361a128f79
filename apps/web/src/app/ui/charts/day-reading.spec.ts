import { goingOn, spoken } from './day-reading';

describe('spoken', () => {
  const rows = [
    { label: 'Entries', value: '36', colour: 'blue' },
    { label: 'Hours', value: '31.75 h', colour: 'black', line: true },
  ];

  it('reads the day, then each series', () => {
    expect(spoken('Mon 9 Nov', { date: '2026-11-09', rows })).toBe('Mon 9 Nov: Entries 36, Hours 31.75 h');
  });

  it('ends with the sum', () => {
    expect(spoken('Mon 9 Nov', { date: '2026-11-09', rows: [], sum: { label: 'All', value: '65' } })).toBe('Mon 9 Nov: All 65');
  });
});

describe('goingOn', () => {
  const days = [{ date: '2026-11-08', rows: [] }, { date: '2026-11-09', rows: [] }];

  it('says of the last day until when it is counted, if it goes on', () => {
    expect(goingOn(days, '16:42')).toEqual([{ date: '2026-11-08', rows: [] }, { date: '2026-11-09', rows: [], until: '16:42' }]);
    expect(goingOn(days, '')).toEqual(days);
    expect(goingOn([], '16:42')).toEqual([]);
  });
});
