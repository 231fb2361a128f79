import type { FlowQualityRowDto } from '@flowpilot/contracts';
import type { AttentionReason } from '@flowpilot/metrics';

import { count, counted } from '../../ui/format.js';

type Facts = Pick<FlowQualityRowDto, 'resolved' | 'closed' | 'evidence' | 'days_since_last_match'>;

/** Why a flow needs attention, as its badge says it. */
export interface AttentionWords {
  readonly text: string;
  /** Too little is known to be sure: the badge is an outline. */
  readonly doubtful: boolean;
}

export function attentionWords(reason: AttentionReason, flow: Facts): AttentionWords {
  return reason === 'low_success' ? lowSuccess(flow) : { text: unused(flow), doubtful: false };
}

function lowSuccess({ resolved, closed, evidence }: Facts): AttentionWords {
  const share = `${count(resolved)} of ${count(closed)}`;
  return evidence === 'sufficient'
    ? { text: `${share} resolved`, doubtful: false }
    : { text: `${share}, too few to be sure`, doubtful: true };
}

function unused({ days_since_last_match: days }: Facts): string {
  return days === null ? 'Never matched' : `Unused ${counted(days, 'day')}`;
}
