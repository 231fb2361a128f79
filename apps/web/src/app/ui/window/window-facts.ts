import type { Fact } from '../explain/explanation.js';
import type { ChosenWindow } from './chosen-window.js';
import { windowWords } from './window-words.js';

/**
 * The last lines of an explanation of what a list shows: which days it covers, and in which zone they are days.
 *
 * @param window undefined is of all time
 * @param previous whether it shows the days before the window, as the window before is compared with
 */
export function windowFacts(window: ChosenWindow | undefined, timeZone: string, previous = false): Fact[] {
  return [
    { term: 'Window', value: window === undefined ? 'All time' : windowWords(window) },
    ...(previous ? [{ term: 'Compared days', value: 'The days before these' }] : []),
    { term: 'Time zone', value: timeZone },
  ];
}
