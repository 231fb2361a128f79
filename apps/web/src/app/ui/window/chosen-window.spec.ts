import { type ChosenWindow, localDay, rangeFault, rangeOf, readWindow, windowDays, windowParams, windowQuery } from './chosen-window';

const read = (query: string) => readWindow(new URLSearchParams(query));

describe('the window in the address', () => {
  it.each<[string, ChosenWindow]>([
    ['', { period: '30d' }],
    ['period=7d', { period: '7d' }],
    ['period=8d', { period: '30d' }],
    ['from=2026-10-01&to=2026-10-31', { from: '2026-10-01', to: '2026-10-31' }],
    ['period=7d&from=2026-10-01&to=2026-10-31', { period: '7d' }],
    ['from=2026-10-01', { period: '30d' }],
    ['from=2026-10-31&to=2026-10-01', { period: '30d' }],
    ['from=2026-02-30&to=2026-03-01', { period: '30d' }],
    ['from=2025-01-01&to=2026-01-02', { period: '30d' }],
  ])('%s', (query, expected) => expect(read(query)).toEqual(expected));

  it.each<ChosenWindow>([{ period: '90d' }, { from: '2026-10-01', to: '2026-10-31' }])('is read as it was written: %j', (window) => {
    expect(read(windowQuery(window))).toEqual(window);
  });

  it('takes the other spelling out', () => {
    expect(windowParams({ period: '7d' })).toEqual({ period: '7d', from: null, to: null });
    expect(windowParams({ from: 'a', to: 'b' })).toEqual({ period: null, from: 'a', to: 'b' });
  });
});

describe('a range', () => {
  it.each<[string, string, string, string | undefined]>([
    ['one day', '2026-11-24', '2026-11-24', undefined],
    ['366 days', '2025-11-24', '2026-11-24', undefined],
    ['367 days', '2025-11-23', '2026-11-24', 'to'],
    ['backwards', '2026-11-24', '2026-11-23', 'to'],
    ['no first day', '', '2026-11-23', 'from'],
    ['no last day', '2026-11-23', '', 'to'],
    ['a day that does not exist', '2026-11-31', '2026-12-01', 'from'],
    ['the future', '2026-11-25', '2026-11-26', 'from'],
    ['into the future', '2026-11-20', '2026-11-26', undefined],
  ])('%s', (_, from, to, end) => expect(rangeFault(from, to, '2026-11-24')?.end).toBe(end));

  it('counts its days, clock changes or not', () => {
    expect(windowDays({ from: '2026-10-24', to: '2026-10-26' })).toBe(3);
    expect(windowDays({ period: '90d' })).toBe(90);
  });

  it('begins as the period shown', () => {
    expect(rangeOf({ period: '7d' }, '2026-03-02')).toEqual({ from: '2026-02-24', to: '2026-03-02' });
  });

  it('is of the days of a zone', () => {
    expect(localDay(new Date('2026-11-24T23:30:00Z'), 'Europe/Berlin')).toBe('2026-11-25');
  });
});
