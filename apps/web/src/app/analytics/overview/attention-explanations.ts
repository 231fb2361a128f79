import type { WindowDto } from '@flowpilot/contracts';
import { UNUSED_AFTER_DAYS } from '@flowpilot/metrics';

import type { Explanation } from '../../ui/explain/explanation.js';
import { explained } from '../explained.js';

/** What usage and the reasons of the flows that need attention mean. */
export function attentionExplanations(window: WindowDto): Record<'usage' | 'reason', Explanation> {
  const days = UNUSED_AFTER_DAYS.toString();
  return {
    usage: explained('Usage', 'Sessions of the window that were matched to the flow.', window),
    reason: explained('Needs attention', 'A flow fails, or nobody uses it.', window, [
      { term: 'Fails', value: 'Under half of its sessions, and of its closed ones, are resolved' },
      { term: 'Unused', value: `No match for ${days} days` },
      { term: 'Outlined', value: 'Too few closed sessions to be sure' },
    ]),
  };
}
