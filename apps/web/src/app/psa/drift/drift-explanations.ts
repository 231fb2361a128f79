import type { Explanation } from '../../ui/explain/explanation.js';
import type { ChosenWindow } from '../../ui/window/chosen-window.js';
import { windowFacts } from '../../ui/window/window-facts.js';

export type ExplainedDrift = 'pushed' | 'present' | 'difference';

/** What the hours of a drifted entry mean. */
export function driftExplanations(window: ChosenWindow, timeZone: string): Record<ExplainedDrift, Explanation> {
  const listed = [{ term: 'Listed by', value: 'When it was pushed' }, ...windowFacts(window, timeZone)];
  const asRead = { term: 'How sure', value: 'As the PSA was read, every night' };
  return {
    pushed: {
      title: 'As pushed',
      definition: 'The hours of the time entry as they reached the PSA. The figures keep them.',
      facts: listed,
    },
    present: {
      title: 'Now',
      definition: 'The hours of the entry that the PSA holds now; none where it was deleted there.',
      facts: [asRead, ...listed],
    },
    difference: {
      title: 'Difference',
      definition: 'The hours that the PSA holds now, less those that were pushed.',
      facts: [{ term: 'Deleted', value: 'Counts as 0 h now' }, asRead, ...listed],
    },
  };
}
