import type { WindowDto } from '@flowpilot/contracts';

import { dayAndTime, dayRange } from '../ui/dates.js';
import type { Explanation, Fact } from '../ui/explain/explanation.js';

/** An explanation whose last lines say which window, in which zone, the figure covers. */
export function explained(
  title: string,
  definition: string,
  window: WindowDto,
  facts: readonly Fact[] = [],
): Explanation {
  return { title, definition, facts: [...facts, ...windowFacts(window)] };
}

function windowFacts(window: WindowDto): Fact[] {
  const { from, to, time_zone: zone } = window;
  return [
    { term: 'Window', value: `${dayAndTime(from, zone)} – ${dayAndTime(to, zone)}` },
    { term: 'Compared with', value: dayRange(window.previous, zone) },
    { term: 'Time zone', value: zone },
  ];
}
