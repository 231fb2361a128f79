import { PERIOD_DAYS } from '@flowpilot/metrics';

import { dayRange } from '../dates.js';
import type { ChosenWindow } from './chosen-window.js';

const DAY_MS = 86_400_000;

/** `Last 30 days`, `1 – 31 Oct 2026` */
export function windowWords(window: ChosenWindow): string {
  if ('period' in window) return `Last ${PERIOD_DAYS[window.period].toString()} days`;
  const end = new Date(Date.parse(window.to) + DAY_MS).toISOString();
  return dayRange({ from: `${window.from}T00:00:00Z`, to: end }, 'UTC', true);
}
