import { figureWindow } from './figure-window';
import { WINDOW } from './window-fixture';

describe('figureWindow', () => {
  it('is the period', () => expect(figureWindow(WINDOW)).toEqual({ period: '30d' }));

  it('is the range in the days of the zone', () => {
    const range = { ...WINDOW, period: 'custom', time_zone: 'Europe/Berlin' } as const;
    expect(figureWindow({ ...range, from: '2026-10-04T22:00:00Z', to: '2026-10-07T22:00:00Z' })).toEqual({ from: '2026-10-05', to: '2026-10-07' });
  });

  it('ends with today where it ends now', () => {
    expect(figureWindow({ ...WINDOW, period: 'custom' })).toEqual({ from: '2026-10-26', to: '2026-11-24' });
  });
});
