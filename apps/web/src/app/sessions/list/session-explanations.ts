import type { Explanation } from '../../ui/explain/explanation.js';
import { windowFacts } from '../../ui/window/window-facts.js';
import type { SessionFilter } from '../filter/session-filter.js';

export type ExplainedSession = 'toResolve';

/** What the figures of a listed session mean. */
export function sessionExplanations({ window, values }: SessionFilter, timeZone: string): Record<ExplainedSession, Explanation> {
  const listed = values.lifetime === undefined ? window : undefined;
  return {
    toResolve: {
      title: 'To resolve',
      definition: 'How long the session took, from its creation to the resolution that it has now.',
      facts: [
        { term: 'Of', value: 'Resolved sessions only' },
        { term: 'Clock', value: 'Nights and waiting count' },
        { term: 'How sure', value: 'One session, as it was recorded' },
        { term: 'Listed by', value: 'Creation' },
        ...windowFacts(listed, timeZone, values.previous !== undefined),
      ],
    },
  };
}
