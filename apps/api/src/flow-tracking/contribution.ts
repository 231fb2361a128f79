import type { SessionStatus } from '@flowpilot/metrics';

/** As much of a session as its flow's counters depend on. */
export interface TrackedSession {
  matched_flow_id: string | null;
  matched_at: Date | null;
  status: SessionStatus;
}

/** One write of a session: null before it exists, null after it is gone. */
export interface SessionStep {
  before: TrackedSession | null;
  after: TrackedSession | null;
}

/** What is to be added to the counters of a flow. */
export interface CounterDifference {
  flow_id: string;
  /** Sessions matched to the flow. */
  usage: number;
  /** Those of them that are resolved. */
  resolved: number;
  /** The latest match that the writes brought, or null. */
  last_matched_at: Date | null;
}

/**
 * The differences that writes make, one a flow, in the order of the flows' ids, leaving out flows that they do not
 * move. Writes of one session must come in their order; a match that a later write undoes still counts as a match.
 */
export function counterDifferences(steps: Iterable<SessionStep>): CounterDifference[] {
  const differences = new Map<string, CounterDifference>();
  const differenceOf = (flowId: string) => {
    const known = differences.get(flowId);
    if (known) return known;
    const fresh = { flow_id: flowId, usage: 0, resolved: 0, last_matched_at: null };
    differences.set(flowId, fresh);
    return fresh;
  };
  for (const { before, after } of steps) {
    if (before?.matched_flow_id) contribute(differenceOf(before.matched_flow_id), before, -1);
    if (after?.matched_flow_id) {
      const difference = differenceOf(after.matched_flow_id);
      contribute(difference, after, 1);
      difference.last_matched_at = later(difference.last_matched_at, newMatch(before, after));
    }
  }
  return [...differences.values()].filter(moves).sort((one, other) => (one.flow_id < other.flow_id ? -1 : 1));
}

function contribute(difference: CounterDifference, session: TrackedSession, sign: 1 | -1): void {
  difference.usage += sign;
  if (session.status === 'resolved') difference.resolved += sign;
}

function newMatch(before: TrackedSession | null, after: TrackedSession): Date | null {
  const sameFlow = before !== null && before.matched_flow_id === after.matched_flow_id;
  const same = sameFlow && before.matched_at?.getTime() === after.matched_at?.getTime();
  return same ? null : after.matched_at;
}

function later(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}

function moves({ usage, resolved, last_matched_at: matchedAt }: CounterDifference): boolean {
  return usage !== 0 || resolved !== 0 || matchedAt !== null;
}
