import type { BucketCounts } from '@flowpilot/metrics';

import { mergedBuckets, type SessionFacts } from '../analytics/session-facts.js';

/** The sums of a window's days, as far as the overview shows them. */
export interface WindowTotals {
  sessions: number;
  resolved: number;
  escalated: number;
  guided: number;
  exploring: number;
  discovery: number;
  buckets: BucketCounts;
}

export function sumOf(groups: readonly SessionFacts[]): WindowTotals {
  const total = (count: (facts: SessionFacts) => number | null) =>
    groups.reduce((sum, facts) => sum + (count(facts) ?? 0), 0);
  return {
    sessions: total((facts) => facts.sessions),
    resolved: total((facts) => facts.resolved),
    escalated: total((facts) => facts.escalated),
    guided: total((facts) => facts.guided),
    exploring: total((facts) => facts.exploring),
    discovery: total((facts) => facts.discovery),
    buckets: mergedBuckets(groups),
  };
}
