import type { Explanation } from '../../ui/explain/explanation.js';
import { windowFacts } from '../../ui/window/window-facts.js';
import type { ActivityFilter } from './activity-filter.js';

export type ExplainedActivity = 'hours';

/** What the figures of a listed activity mean. */
export function activityExplanations({ window, previous }: ActivityFilter, timeZone: string): Record<ExplainedActivity, Explanation> {
  return {
    hours: {
      title: 'Hours',
      definition: 'The hours of a time entry, as they were pushed to the PSA.',
      facts: [
        { term: 'Of', value: 'Time entries only' },
        { term: 'How sure', value: 'As pushed; later changes in the PSA are drift' },
        { term: 'Listed by', value: 'When it was posted' },
        ...windowFacts(window, timeZone, previous),
      ],
    },
  };
}
