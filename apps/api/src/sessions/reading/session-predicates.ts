import type { ConfidenceTier, LosingStep, SessionStatus } from '@flowpilot/metrics';

/**
 * The groups of sessions that the figures count, as conditions on a row of `sessions`. A figure and the list behind it
 * take them from here, so that they cannot disagree. Arguments are placeholders of bound parameters.
 */

/** Sessions whose `created_at` lies in the half-open stretch. */
export function inWindow(from: string, to: string): string {
  return `sessions.created_at >= ${from}::timestamptz and sessions.created_at < ${to}::timestamptz`;
}

/** Sessions with a time entry posted in the half-open stretch, whenever they began. */
export function withTimeEntryIn(account: string, from: string, to: string): string {
  return `sessions.id in (
            select psa_activity_logs.session_id
            from psa_activity_logs
            where psa_activity_logs.account_id = ${account}::uuid
              and psa_activity_logs.created_at >= ${from}::timestamptz
              and psa_activity_logs.created_at < ${to}::timestamptz
              and psa_activity_logs.activity_type = 'time_entry_posted'
          )`;
}

export const IN_STATUS: Readonly<Record<SessionStatus, string>> = {
  active: `sessions.status = 'active'`,
  resolved: `sessions.status = 'resolved'`,
  escalated: `sessions.status = 'escalated'`,
  abandoned: `sessions.status = 'abandoned'`,
};

/** `none`: without a tier. */
export const IN_TIER: Readonly<Record<ConfidenceTier | 'none', string>> = {
  guided: `sessions.confidence_tier = 'guided'`,
  exploring: `sessions.confidence_tier = 'exploring'`,
  discovery: `sessions.confidence_tier = 'discovery'`,
  none: 'sessions.confidence_tier is null',
};

export const MATCHED = 'sessions.matched_flow_id is not null';
export const WITH_CONFIDENCE = 'sessions.match_confidence is not null';

/** Sessions without a problem domain; a blank one is stored as none. */
export const UNMAPPED = 'sessions.domain_key is null';

/** The steps of the push funnel, each within the one before it. */
export const LINKED_TO_TICKET = 'sessions.psa_ticket_id is not null';
export const DOC_PUSHED = `${LINKED_TO_TICKET} and sessions.has_note`;
export const TIME_ENTRY_LOGGED = `${DOC_PUSHED} and sessions.has_time_entry`;

/** Sessions that reached a step and not the next. */
export const LOST_AFTER: Readonly<Record<LosingStep, string>> = {
  total_sessions: `not (${LINKED_TO_TICKET})`,
  linked_to_ticket: `${LINKED_TO_TICKET} and not (${DOC_PUSHED})`,
  doc_pushed: `${DOC_PUSHED} and not (${TIME_ENTRY_LOGGED})`,
};

/** Sessions with a time entry but no note or no ticket. */
export const SKIPPED_A_STEP =
  'sessions.has_time_entry and (not sessions.has_note or sessions.psa_ticket_id is null)';

/** When a resolved or escalated session came to be so; null of others. */
export const ENDED_AT = `case sessions.status when 'resolved' then sessions.resolved_at
                                             when 'escalated' then sessions.escalated_at end`;

/** Sessions resolved or escalated, linked to a ticket, without a time entry. */
export const ENDED_WITHOUT_ENTRY = `${LINKED_TO_TICKET} and not sessions.has_time_entry and ${ENDED_AT} is not null`;

/** Before that moment a session's end is long enough ago that its time should be logged. */
export function unloggedBefore(now: string, hours: string): string {
  return `${now}::timestamptz - ${hours}::int * interval '1 hour'`;
}

/** Sessions resolved or escalated since at least so many hours, linked to a ticket, without a time entry. */
export function unlogged(now: string, hours: string): string {
  return `${ENDED_WITHOUT_ENTRY} and ${ENDED_AT} <= ${unloggedBefore(now, hours)}`;
}
