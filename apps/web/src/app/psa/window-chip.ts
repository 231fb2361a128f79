import { DEFAULT_PERIOD } from '@flowpilot/metrics';

import type { ChosenWindow } from '../ui/window/chosen-window.js';
import { windowWords } from '../ui/window/window-words.js';
import type { ListChip } from './list-chips.js';

/** Which days a list covers; others than those of the default period can go. */
export function windowChip(window: ChosenWindow): ListChip {
  const isDefault = 'period' in window && window.period === DEFAULT_PERIOD;
  return { label: 'Days', value: windowWords(window), without: isDefault ? undefined : { period: null, from: null, to: null } };
}
