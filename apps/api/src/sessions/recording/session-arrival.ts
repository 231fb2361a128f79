import { v7 as newId } from 'uuid';

import type { SessionRecord } from '../session-record.js';
import type { GivenSession } from './given-session.js';
import { plainEvent, type SessionChange } from './session-change.js';
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
  const { after, events } = revised(begun, given, { ...circumstances, matchTime: 'created_at' });
  const told = events.filter((event) => event.kind !== 'updated');
  // An abandonment says no time.
  const timed = told.map((event) => (event.kind === 'abandoned' ? { ...event, at: begun.created_at } : event));
  return { after: { ...after, updated_at: now }, events: [plainEvent('created', begun.created_at), ...timed] };
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
