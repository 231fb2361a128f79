import type { ConfidenceTier, PsaActivityType, SessionStatus, TreeType } from '@flowpilot/metrics';

import type { DemoPerson } from '../catalogue/people.js';

export interface DemoFlow {
  name: string;
  treeType: TreeType;
  /** Name of its category; null for the one that has none. */
  category: string | null;
  isActive: boolean;
  createdAt: Date;
}

/** A session as the bulk route takes it, with names where the account has ids. */
export interface DemoSession {
  id: string;
  createdAt: Date;
  summary: string;
  client: string;
  /** E-mail of the engineer. */
  engineer: string;
  domain: string | null;
  tier: ConfidenceTier | null;
  flow: DemoFlow | null;
  confidence: number | null;
  ticket: string | null;
  status: SessionStatus;
  resolvedAt: Date | null;
  escalatedAt: Date | null;
  /** When work on it ended, whatever the outcome; null while it is active. */
  endedAt: Date | null;
}

export interface DemoActivity {
  type: PsaActivityType;
  entryId: string;
  /** Null for an entry that names none. */
  sessionId: string | null;
  ticket: string | null;
  hours: number | null;
  createdAt: Date;
}

export interface DemoAccount {
  name: string;
  timeZone: string;
  people: readonly DemoPerson[];
  categories: readonly string[];
  flows: readonly DemoFlow[];
  /** Oldest first, as the activities. */
  sessions: readonly DemoSession[];
  activities: readonly DemoActivity[];
}
