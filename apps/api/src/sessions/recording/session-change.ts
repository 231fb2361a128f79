import type { SessionEventKind } from '@flowpilot/contracts';
import type { SessionStatus } from '@flowpilot/metrics';

import type { SessionRecord } from '../session-record.js';

/** One thing that happened to a session. */
export interface SessionEvent {
  kind: SessionEventKind;
  flow_id: string | null;
  flow_version: number | null;
  note: string | null;
  at: Date;
}

/** What a session becomes, and what has to be remembered of how. No events: nothing changes. */
export interface SessionChange {
  after: SessionRecord;
  events: readonly SessionEvent[];
}

/** The event of a session's coming into a state. */
export const ENTERED: Readonly<Record<SessionStatus, SessionEventKind>> = {
  active: 'reopened',
  resolved: 'resolved',
  escalated: 'escalated',
  abandoned: 'abandoned',
};

export function unchanged(session: SessionRecord): SessionChange {
  return { after: session, events: [] };
}

/** An event without a flow. */
export function plainEvent(kind: SessionEventKind, at: Date, note: string | null = null): SessionEvent {
  return { kind, flow_id: null, flow_version: null, note, at };
}

/** An event with the flow that the session is matched to. */
export function matchEvent(session: SessionRecord, at: Date): SessionEvent {
  return {
    kind: 'matched',
    flow_id: session.matched_flow_id,
    flow_version: session.matched_flow_version,
    note: null,
    at,
  };
}
