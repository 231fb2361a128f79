import { v7 as newId } from 'uuid';

import type { SessionRecord } from '../session-record.js';
import type { GivenSession } from './given-session.js';
import { plainEvent, type SessionChange, type SessionEvent } from './session-change.js';
import { type Circumstances, revised } from './session-revision.js';

/**
 * The new session that was given: one that has just begun, with all that is known of it. What it brings with it
 * happened when it began, unless it says when.
 *
 * @throws Problem as `revised`
 */
export function arrived(given: GivenSession, circumstances: Circumstances): SessionChange {
  const { now } = circumstances;
  const begun = begunSession(given.id ?? newId(), given.created_at ?? now);
  const { after, events } = revised(begun, given, circumstances, 'created_at');
  return { after: { ...after, updated_at: now }, events: [creation(after), ...events.flatMap(laterEvent(begun.created_at))] };
}

/** Tells a match at the very beginning along: most sessions arrive with theirs, and need no second event for it. */
function creation(session: SessionRecord): SessionEvent {
  const event = plainEvent('created', session.created_at);
  const isMatched = session.matched_at?.getTime() === session.created_at.getTime();
  if (!isMatched) return event;
  return { ...event, flow_id: session.matched_flow_id, flow_version: session.matched_flow_version };
}

/** An event of the arrival, if the creation does not tell it. An abandonment says no time: it was then. */
function laterEvent(begun: Date): (event: SessionEvent) => SessionEvent[] {
  return (event) => {
    if (event.kind === 'updated') return [];
    if (event.kind === 'matched' && event.at.getTime() === begun.getTime()) return [];
    return [event.kind === 'abandoned' ? { ...event, at: begun } : event];
  };
}

function begunSession(id: string, at: Date): SessionRecord {
  return {
    id,
    external_ref: null,
    user_id: null,
    summary: null,
    client: null,
    problem_domain: null,
    domain_key: null,
    confidence_tier: null,
    status: 'active',
    psa_ticket_id: null,
    matched_flow_id: null,
    matched_flow_version: null,
    match_confidence: null,
    matched_at: null,
    resolved_at: null,
    escalated_at: null,
    has_note: false,
    has_time_entry: false,
    created_at: at,
    updated_at: at,
  };
}
