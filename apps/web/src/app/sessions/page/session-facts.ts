import type { SessionDto } from '@flowpilot/contracts';

import { engineerName, type People } from '../../core/directory/engineer-name.js';
import { dayAndTime } from '../../ui/dates.js';
import { minutes, MISSING, score } from '../../ui/format.js';
import { ticketName, TIER_WORDS } from '../session-words.js';

/** What is known of a session, beside its status and its flow. */
export interface SessionFact {
  readonly term: string;
  readonly value: string;
  /** Said more quietly behind it. */
  readonly note?: string;
  readonly mono?: boolean;
}

export function problemFacts(session: SessionDto, people: People): SessionFact[] {
  const { problem_domain: domain, client, user_id: userId, confidence_tier: tier, match_confidence: confidence } = session;
  return [
    { term: 'Domain', value: domain ?? MISSING },
    { term: 'Client', value: client ?? MISSING },
    { term: 'Engineer', value: engineerName(userId, people) },
    { term: 'Tier', value: tier === null ? MISSING : TIER_WORDS[tier] },
    { term: 'Confidence', value: score(confidence) },
  ];
}

export function timeFacts(session: SessionDto, timeZone: string): SessionFact[] {
  const at = (instant: string | null): SessionFact['value'] => (instant === null ? 'Not yet' : dayAndTime(instant, timeZone));
  const after = (instant: string | null) => (instant === null ? '' : `after ${minutes(elapsed(session.created_at, instant))}`);
  const { escalated_at: escalatedAt, resolved_at: resolvedAt, external_ref: reference } = session;
  return [
    { term: 'Created', value: at(session.created_at) },
    ...(escalatedAt === null ? [] : [{ term: 'Escalated', value: at(escalatedAt), note: after(escalatedAt) }]),
    { term: 'Resolved', value: at(resolvedAt), note: after(resolvedAt) },
    ...(reference === null ? [] : [{ term: 'Reference', value: reference, mono: true }]),
  ];
}

export function psaFacts(session: SessionDto): SessionFact[] {
  const ticket = session.psa_ticket_id;
  return [
    { term: 'Ticket', value: ticket === null ? 'Not linked' : ticketName(ticket) },
    { term: 'Note', value: session.has_note ? 'Posted' : 'None' },
    { term: 'Time entry', value: session.has_time_entry ? 'Logged' : 'None' },
  ];
}

function elapsed(from: string, to: string): number {
  return Math.max(0, (Date.parse(to) - Date.parse(from)) / 60_000);
}
