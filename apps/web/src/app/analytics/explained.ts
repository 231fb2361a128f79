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
  return { title, definition, facts: [...facts, windowFact(window), zoneFact(window)] };
}

/** That of a figure beside which the one of the window before stands: it says which days those are, too. */
export function explainedWithPrevious(
  title: string,
  definition: string,
  window: WindowDto,
  facts: readonly Fact[] = [],
): Explanation {
  const previous = { term: 'Compared with', value: dayRange(window.previous, window.time_zone) };
  return { title, definition, facts: [...facts, windowFact(window), previous, zoneFact(window)] };
}

function windowFact({ from, to, time_zone: zone }: WindowDto): Fact {
  return { term: 'Window', value: `${dayAndTime(from, zone)} – ${dayAndTime(to, zone)}` };
}

function zoneFact({ time_zone: zone }: WindowDto): Fact {
  return { term: 'Time zone', value: zone };
}
