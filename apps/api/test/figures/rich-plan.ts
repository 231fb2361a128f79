import { CONFIDENCE_TIERS, PSA_ACTIVITY_TYPES, SESSION_STATUSES } from '@flowpilot/metrics';

import type { AccountPlan, ActivityPlan, Moment, SessionPlan } from '../property/plan.js';
import { BLANKS, FLOW_NAMES, SPELLINGS } from '../property/spellings.js';

const HOUR_MS = 3_600_000;
const SESSIONS = 260;

const nth = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

/** Some 65 days of an account that has everything: odd spellings, edges of days, re-matches, gaps of every kind. */
export function richPlan(zone: string): AccountPlan {
  return {
    zone,
    minSample: 5,
    unloggedAfterHours: 24,
    categories: [0, 2, 4, 8].map((concept) => ({ concept, spelling: 1 })),
    flows: FLOW_NAMES.map((name, index) => ({
      name,
      category: index % 3 === 2 ? null : index,
      isActive: index % 4 !== 3,
      created: moment(index * 31),
    })),
    sessions: Array.from({ length: SESSIONS }, (_, index) => session(index)),
    activities: Array.from({ length: SESSIONS }, (_, index) => activity(index)),
    pushes: Array.from({ length: 40 }, (_, index) => ({
      state: nth(['failed', 'pending', 'sent', 'unknown'] as const, index),
      created: moment(index * 7),
    })),
  };
}

/** Every sixth hour, or at the edge of a local day, or when the window before ends. */
function moment(index: number): Moment {
  if (index % 5 === 0) return { kind: 'day', daysAgo: index % 62, shift: nth([-1, 0, 1], index / 5) };
  if (index % 41 === 1) return { kind: 'same-time', daysAgo: nth([7, 30], index), shift: nth([-1, 0, 1], index) };
  return { kind: 'before', milliseconds: 1 + index * 6 * HOUR_MS };
}

function session(index: number): SessionPlan {
  const concept = index % 2 === 0 ? 0 : index % SPELLINGS.length;
  const matches = index % 3 === 0 ? [] : [index, index + (index % 4)];
  return {
    created: moment(index),
    status: nth([...SESSION_STATUSES, 'resolved'], index * 3 + (index >> 3)),
    domain: index % 11 === 0 ? index % BLANKS.length : { concept, spelling: index },
    tier: nth([...CONFIDENCE_TIERS, null], index + (index >> 2)),
    matches: matches.map((flow) => ({
      flow,
      afterMs: index * 1000,
      confidence: index % 7 === 0 ? null : (index * 37) % 10_001,
    })),
    durationMs: (index * 7919 * 1000) % (50 * HOUR_MS),
    escalatedFirst: index % 6 === 0,
    hasTicket: index % 7 !== 3,
  };
}

function activity(index: number): ActivityPlan {
  return {
    type: nth([...PSA_ACTIVITY_TYPES, 'time_entry_posted'], index),
    created: moment(index),
    session: index % 13 === 1 ? null : (index * 5) % SESSIONS,
    hourParts: (index * 1237) % 30_000,
  };
}
