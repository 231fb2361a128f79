import { collapseWhiteSpace, domainKey } from '@flowpilot/metrics';

import type { NamedFlow } from './row-mapper.js';

/** A flow as rows of the file name it, with its `flowKey`. */
export interface KeyedFlow extends NamedFlow {
  key: string;
}

export interface FlowTally extends KeyedFlow {
  /** Sessions of the file that name it, matched or not. */
  sessions: number;
  /** The first of them, in epoch milliseconds. */
  earliest: number;
}

/** Flows of one name in two categories are two flows; spellings are compared as domains are. */
export function flowKey(flow: NamedFlow): string {
  return `${domainKey(flow.category ?? '')}\n${domainKey(flow.name)}`;
}

/** The flows that sessions name, with the times at which these began. */
export function tallyFlows(sessions: Iterable<{ flow: KeyedFlow; created: number }>): FlowTally[] {
  const flows = new Map<string, FlowTally>();
  for (const { flow, created } of sessions) {
    const tally = flows.get(flow.key) ?? { ...flow, sessions: 0, earliest: Infinity };
    tally.sessions += 1;
    tally.earliest = Math.min(tally.earliest, created);
    flows.set(flow.key, tally);
  }
  return [...flows.values()];
}

/** The flows to make: all, or the most frequent of each category; ties go by the lower-cased name. */
export function selectFlows(tallies: Iterable<FlowTally>, mostFrequent: number | null): FlowTally[] {
  const categories = new Map<string, FlowTally[]>();
  for (const tally of tallies) {
    const category = domainKey(tally.category ?? '');
    const flows = categories.get(category) ?? [];
    flows.push(tally);
    categories.set(category, flows);
  }
  return [...categories.values()].flatMap((flows) =>
    flows
      .map((flow) => ({ ...flow, name: collapseWhiteSpace(flow.name) }))
      .sort((a, b) => b.sessions - a.sessions || byCodePoint(a.name.toLowerCase(), b.name.toLowerCase()))
      .slice(0, mostFrequent ?? flows.length),
  );
}

function byCodePoint(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
