import type { AttentionReason } from './vocabulary.js';

/** Local days without a match from which a flow counts as unused; a flow never matched must be as old. */
export const UNUSED_AFTER_DAYS = 30;

/** What a flow is judged by: sessions of the window matched to it, and whole local days. */
export interface AttentionFacts {
  usageCount: number;
  resolved: number;
  /** Resolved, escalated or abandoned. */
  closed: number;
  /** Since the last match; of a flow that was never matched since it was created. */
  daysIdle: number;
}

/** Why a flow needs attention; empty when it does not. Rates are judged unrounded. */
export function attentionReasons(flow: AttentionFacts): AttentionReason[] {
  const reasons: AttentionReason[] = [];
  if (isFailing(flow)) reasons.push('low_success');
  if (isUnused(flow)) reasons.push('unused');
  return reasons;
}

/** Under half of all and under half of the closed: sessions that are merely still open do not fail a flow. */
function isFailing({ usageCount, resolved, closed }: AttentionFacts): boolean {
  return closed >= 1 && 2 * resolved < usageCount && 2 * resolved < closed;
}

function isUnused({ daysIdle }: AttentionFacts): boolean {
  return daysIdle >= UNUSED_AFTER_DAYS;
}
