import type { WindowDto } from '@flowpilot/contracts';
import type { FigureWindow } from '@flowpilot/metrics';

import { localDay } from '../ui/window/chosen-window.js';

/** The window of an answer, as the lists behind its figures are asked for it. */
export function figureWindow({ period, from, to, time_zone: zone }: WindowDto): FigureWindow {
  if (period !== 'custom') return { period };
  const last = new Date(Date.parse(to) - 1);
  return { from: localDay(new Date(from), zone), to: localDay(last, zone) };
}
