/**
 * The groups of sessions that the figures count, as conditions on a row of `sessions`. A figure and the list behind it
 * take them from here, so that they cannot disagree. Arguments are placeholders of bound parameters.
 */

/** Sessions whose `created_at` lies in the half-open stretch. */
export function inWindow(from: string, to: string): string {
  return `sessions.created_at >= ${from}::timestamptz and sessions.created_at < ${to}::timestamptz`;
}

/** Sessions without a problem domain; a blank one is stored as none. */
export const UNMAPPED = 'sessions.domain_key is null';

/** The steps of the push funnel, each within the one before it. */
export const LINKED_TO_TICKET = 'sessions.psa_ticket_id is not null';
export const DOC_PUSHED = `${LINKED_TO_TICKET} and sessions.has_note`;
export const TIME_ENTRY_LOGGED = `${DOC_PUSHED} and sessions.has_time_entry`;

/** Sessions with a time entry but no note or no ticket. */
export const SKIPPED_A_STEP =
  'sessions.has_time_entry and (not sessions.has_note or sessions.psa_ticket_id is null)';

/** Sessions resolved or escalated since at least so many hours, linked to a ticket, without a time entry. */
export function unlogged(now: string, hours: string): string {
  const ended = `case sessions.status when 'resolved' then sessions.resolved_at
                                      when 'escalated' then sessions.escalated_at end`;
  return `${LINKED_TO_TICKET} and not sessions.has_time_entry
          and ${ended} <= ${now}::timestamptz - ${hours}::int * interval '1 hour'`;
}
