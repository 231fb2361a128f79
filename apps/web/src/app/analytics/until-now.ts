import type { WindowDto } from '@flowpilot/contracts';

import { endsNow, timeOfDay } from '../ui/dates.js';

/** Until when a window's last day is counted, `16:42` in its zone; empty unless that day is today. */
export function untilNow({ to, time_zone: zone }: WindowDto): string {
  return endsNow(to, zone) ? timeOfDay(to, zone) : '';
}
