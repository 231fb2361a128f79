import type { ConfidenceTier, PsaActivityType, SessionStatus } from '@flowpilot/metrics';

import type { Concept } from '../reference/history.js';

/** A moment told from `now`: so long before it, or so close to the beginning of a local day. */
export type Moment =
  | { kind: 'before'; milliseconds: number }
  | { kind: 'day'; daysAgo: number; shift: number }
  | { kind: 'same-time'; daysAgo: number; shift: number };

export interface DomainPlan {
  concept: Concept;
  spelling: number;
}

export interface MatchPlan {
  flow: number;
  afterMs: number;
  /** Ten-thousandths. */
  confidence: number | null;
}

export interface SessionPlan {
  created: Moment;
  status: SessionStatus;
  /** A number picks one of the blanks. */
  domain: DomainPlan | number;
  tier: ConfidenceTier | null;
  /** The last one holds. */
  matches: MatchPlan[];
  durationMs: number;
  escalatedFirst: boolean;
  hasTicket: boolean;
}

export interface FlowPlan {
  name: string;
  category: number | null;
  isActive: boolean;
  created: Moment;
}

export interface ActivityPlan {
  type: PsaActivityType;
  created: Moment;
  session: number | null;
  /** Ten-thousandths of an hour. */
  hourParts: number;
}

export interface PushPlan {
  state: 'pending' | 'sent' | 'failed' | 'unknown';
  created: Moment;
}

/** An account's history before it has ids and instants: small numbers that shrink well. */
export interface AccountPlan {
  zone: string;
  minSample: number;
  unloggedAfterHours: number;
  categories: DomainPlan[];
  flows: FlowPlan[];
  sessions: SessionPlan[];
  activities: ActivityPlan[];
  pushes: PushPlan[];
}
