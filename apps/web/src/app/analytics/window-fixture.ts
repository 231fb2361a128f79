import type { WindowDto } from '@flowpilot/contracts';

/** 30 days of a November in London, for specs. */
export const WINDOW: WindowDto = {
  period: '30d',
  from: '2026-10-26T00:00:00Z',
  to: '2026-11-24T16:42:00Z',
  time_zone: 'Europe/London',
  previous: { from: '2026-09-25T23:00:00Z', to: '2026-10-25T16:42:00Z' },
};
