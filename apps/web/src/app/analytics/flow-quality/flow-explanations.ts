import type { WindowDto } from '@flowpilot/contracts';
import { UNUSED_AFTER_DAYS } from '@flowpilot/metrics';

import type { Explanation, Fact } from '../../ui/explain/explanation.js';
import { explained } from '../explained.js';
import type { FlowColumn } from './flow-columns.js';

export type ExplainedFlowQuality = FlowColumn | 'attention' | 'top';

/** What every figure of the tab means. */
export function flowExplanations(window: WindowDto): Record<ExplainedFlowQuality, Explanation> {
  const figure = (title: string, definition: string, facts: Fact[] = []) => explained(title, definition, window, facts);
  const days = UNUSED_AFTER_DAYS.toString();
  return {
    name: figure('Flow', 'The active flows. The five top performers have a solid edge, the five lowest scores a broken one.'),
    usage: figure('Usage', 'Sessions of the window that are matched to the flow.'),
    success_rate: figure('Success rate', 'Share of the flow’s sessions that are resolved now.', [
      { term: 'Numerator', value: 'Resolved sessions' },
      { term: 'Denominator', value: 'All its sessions' },
      { term: 'Dot', value: 'Resolved of closed sessions' },
      { term: 'Whisker', value: 'Its 95% Wilson interval' },
      { term: 'Ticks', value: '50% and 75%' },
      { term: 'Dashed', value: 'Too few closed sessions to be sure' },
    ]),
    last_used: figure('Last used', 'Local days since the flow was last matched, in the window or before it.'),
    confidence: figure('Average confidence', 'Mean confidence of the matches, 0 to 1, over the sessions that carry one.', [
      { term: 'Numerator', value: 'Sum of confidences' },
      { term: 'Denominator', value: 'Matches with a confidence' },
    ]),
    quality: figure('Quality score', 'Success, guidance and recency in one figure, 0 to 1.', [
      { term: '50%', value: 'Success rate' },
      { term: '30%', value: 'Guided rate' },
      { term: '20%', value: 'Recency: 1 today, 0 after 90 days' },
      { term: 'Good, fair, poor', value: 'Over 0.75, from 0.50, below' },
      { term: 'How sure', value: 'Outlined: too few closed sessions to be sure' },
    ]),
    attention: figure('Needs attention', 'Flows that fail more than they help, or that nobody uses.', [
      { term: 'Failing', value: 'Under half of all its sessions, and under half of its closed ones, are resolved' },
      { term: 'Unused', value: `Last matched ${days} or more local days ago, or never and the flow is at least ${days} days old` },
      { term: 'Outlined', value: 'Too few closed sessions to be sure' },
      { term: 'Order', value: 'Enough closed sessions first, then the most used' },
    ]),
    top: figure('Top performers', 'Up to five flows used in the window without a reason for attention.', [
      { term: 'Order', value: 'Enough closed sessions first, then the highest quality score' },
    ]),
  };
}
