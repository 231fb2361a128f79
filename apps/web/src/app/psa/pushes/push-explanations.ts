import type { Explanation } from '../../ui/explain/explanation.js';
import type { ChosenWindow } from '../../ui/window/chosen-window.js';
import { windowFacts } from '../../ui/window/window-facts.js';

export type ExplainedPush = 'attempts' | 'nextTry';

/** What the figures of a listed push mean. */
export function pushExplanations(window: ChosenWindow | undefined, timeZone: string): Record<ExplainedPush, Explanation> {
  const listed = [{ term: 'Listed by', value: 'When it was asked for' }, ...windowFacts(window, timeZone)];
  return {
    attempts: {
      title: 'Attempts',
      definition: 'How often the server has tried to bring the push to the PSA.',
      facts: [{ term: 'Arrives', value: 'Once: an unclear answer is looked up first' }, ...listed],
    },
    nextTry: {
      title: 'Next try',
      definition: 'When the push is sent again by itself, later after each attempt that failed.',
      facts: [{ term: 'None', value: 'Once it is sent, failed or given up, or while it waits for another' }, ...listed],
    },
  };
}
