import { type BucketCounts, emptyBuckets } from '@flowpilot/metrics';

import { countPairs, type SessionCounts } from '../rollups/index.js';

const COUNTS = ['sessions', 'resolved', 'escalated', 'abandoned', 'active', 'guided', 'exploring', 'discovery', 'matched'] as const;

/** What a read model knows of a group of sessions. */
export interface SessionFacts extends Readonly<Omit<SessionCounts, 'position' | 'resolved_by_bucket'>> {
  /** Of one group or several, each as in `SessionCounts`. */
  readonly resolved_by_bucket: readonly Uint8Array[];
}

export const NO_SESSIONS: SessionFacts = sumOfSessions([]);

/** The sessions of disjoint groups together. */
export function sumOfSessions(groups: readonly SessionCounts[]): SessionFacts {
  const facts = {
    sessions: 0, resolved: 0, escalated: 0, abandoned: 0, active: 0, guided: 0, exploring: 0, discovery: 0, matched: 0,
    resolution_microseconds: sumOfWholes(groups.flatMap((group) => group.resolution_microseconds ?? [])),
    resolved_by_bucket: groups.flatMap((group) => group.resolved_by_bucket ?? []),
  };
  for (const group of groups) for (const name of COUNTS) facts[name] += group[name];
  return facts;
}

function sumOfWholes(texts: readonly string[]): string | null {
  if (texts.length < 2) return texts[0] ?? null;
  return texts.reduce((sum, text) => sum + BigInt(text), 0n).toString();
}

/** Counted into again and again, empty in between: to make a thousand numbers for each row of a table takes longer than to judge them. */
const lent = emptyBuckets();

/** What `judge` makes of the group's buckets up to the highest one in use, which are lent to it for the time of the call. */
export function judgeBuckets<T>(facts: SessionFacts, judge: (buckets: BucketCounts) => T): T {
  const used = lent.subarray(0, countInto(lent, facts));
  try {
    return judge(used);
  } finally {
    used.fill(0);
  }
}

/** The buckets of disjoint groups together. */
export function mergedBuckets(groups: readonly SessionFacts[]): BucketCounts {
  const merged = emptyBuckets();
  for (const facts of groups) countInto(merged, facts);
  return merged;
}

/** Answers where the buckets in use end. */
function countInto(buckets: BucketCounts, { resolved_by_bucket: values }: SessionFacts): number {
  return values.reduce((end, pairs) => Math.max(end, countPairs(pairs, buckets)), 0);
}
