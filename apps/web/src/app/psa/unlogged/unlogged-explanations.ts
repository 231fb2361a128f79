import type { Explanation } from '../../ui/explain/explanation.js';
import type { ChosenWindow } from '../../ui/window/chosen-window.js';
import { windowFacts } from '../../ui/window/window-facts.js';

export type ExplainedUnlogged = 'openFor' | 'hours';

/** What the figures of unlogged work mean. */
export function unloggedExplanations(window: ChosenWindow, timeZone: string): Record<ExplainedUnlogged, Explanation> {
  const listed = [{ term: 'Listed by', value: 'Creation of the session' }, ...windowFacts(window, timeZone)];
  return {
    openFor: {
      title: 'Open for',
      definition: 'How long the session was open, from its creation until it was resolved or escalated.',
      facts: [
        { term: 'Clock', value: 'Nights and waiting count' },
        { term: 'How sure', value: 'Marked: longer than a working day' },
        ...listed,
      ],
    },
    hours: {
      title: 'Hours',
      definition: 'What is to be logged. It begins with how long the session was open, and is yours to correct.',
      facts: [
        { term: 'Rounded', value: 'To the nearest step, at least one' },
        { term: 'At most', value: '24 h' },
        { term: 'How sure', value: 'A suggestion: open is not worked' },
        ...listed,
      ],
    },
  };
}
