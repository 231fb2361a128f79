import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { SESSION_STATUSES, type SessionStatus } from '@flowpilot/metrics';

import { type CounterDifference, counterDifferences, type SessionStep, type TrackedSession } from './contribution.js';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute));
const session = (flow: string | null, status: SessionStatus = 'active', minute = 0): TrackedSession => ({
  matched_flow_id: flow,
  matched_at: flow === null ? null : at(minute),
  status,
});
const step = (before: TrackedSession | null, after: TrackedSession | null): SessionStep => ({ before, after });
const moved = (flow: string, usage: number, resolved: number, minute: number | null) => ({
  flow_id: flow,
  usage,
  resolved,
  last_matched_at: minute === null ? null : at(minute),
});

describe('counter differences', () => {
  const table: [string, SessionStep[], CounterDifference[]][] = [
    ['arrives without a match', [step(null, session(null))], []],
    ['arrives matched', [step(null, session('A', 'active', 3))], [moved('A', 1, 0, 3)]],
    ['arrives resolved', [step(null, session('A', 'resolved', 3))], [moved('A', 1, 1, 3)]],
    ['is matched', [step(session(null), session('A', 'active', 3))], [moved('A', 1, 0, 3)]],
    ['is matched again to the same', [step(session('A'), session('A', 'active', 3))], [moved('A', 0, 0, 3)]],
    ['changes nothing', [step(session('A'), session('A'))], []],
    [
      'is matched to another while resolved',
      [step(session('B', 'resolved'), session('A', 'resolved', 3))],
      [moved('A', 1, 1, 3), moved('B', -1, -1, null)],
    ],
    ['is resolved', [step(session('A'), session('A', 'resolved'))], [moved('A', 0, 1, null)]],
    ['is escalated', [step(session('A'), session('A', 'escalated'))], []],
    ['is reopened', [step(session('A', 'resolved'), session('A'))], [moved('A', 0, -1, null)]],
    ['is deleted', [step(session('A', 'resolved'), null)], [moved('A', -1, -1, null)]],
    ['is deleted without a match', [step(session(null, 'resolved'), null)], []],
    [
      'goes from A to B to A',
      [step(session('A'), session('B', 'active', 1)), step(session('B', 'active', 1), session('A', 'active', 2))],
      [moved('A', 0, 0, 2), moved('B', 0, 0, 1)],
    ],
    [
      'is matched again to an earlier time',
      [step(session('A', 'active', 5), session('A', 'active', 2))],
      [moved('A', 0, 0, 2)],
    ],
  ];

  it.each(table)('of a session that %s', (_, steps, expected) => {
    expect(counterDifferences(steps)).toEqual(expected);
  });

  it('add up to the counts of the sessions, whatever happened to them', () => {
    fc.assert(
      fc.property(fc.array(fc.array(states, { maxLength: 6 }), { maxLength: 5 }), (histories) => {
        const counters = new Map(counterDifferences(histories.flatMap(toSteps)).map((found) => [found.flow_id, found]));
        for (const flow of FLOWS) expect(counters.get(flow) ?? moved(flow, 0, 0, null)).toEqual(counted(flow, histories));
      }),
    );
  });

  it('come in the order of the ids, each flow once', () => {
    fc.assert(
      fc.property(fc.array(states, { maxLength: 12 }), (history) => {
        const ids = counterDifferences(toSteps(history)).map((difference) => difference.flow_id);
        expect(ids).toEqual([...new Set(ids)].sort());
      }),
    );
  });
});

const FLOWS = ['A', 'B', 'C'];
const states = fc
  .tuple(fc.constantFrom(null, ...FLOWS), fc.constantFrom(...SESSION_STATUSES), fc.integer({ min: 0, max: 9 }))
  .map(([flow, status, minute]) => session(flow, status, minute));

function toSteps(history: readonly TrackedSession[]): SessionStep[] {
  return history.map((after, index) => step(history[index - 1] ?? null, after));
}

/** Written apart: from the last states and from all matches there ever were. */
function counted(flow: string, histories: readonly TrackedSession[][]): CounterDifference {
  const now = histories.flatMap((history) => history.slice(-1)).filter((last) => last.matched_flow_id === flow);
  const matches = histories.flat().filter((state) => state.matched_flow_id === flow);
  const times = matches.flatMap((state) => state.matched_at?.getTime() ?? []);
  return {
    flow_id: flow,
    usage: now.length,
    resolved: now.filter((last) => last.status === 'resolved').length,
    last_matched_at: times.length === 0 ? null : new Date(Math.max(...times)),
  };
}
