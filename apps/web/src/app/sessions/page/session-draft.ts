import type { SessionDto, UpdateSessionDto } from '@flowpilot/contracts';
import { CONFIDENCE_TIERS } from '@flowpilot/metrics';

/** The facts of a session as a form holds them: what is not known is empty. */
export interface SessionDraft {
  summary: string;
  client: string;
  domain: string;
  ticket: string;
  tier: string;
}

export function sessionDraft(session: SessionDto): SessionDraft {
  return {
    summary: session.summary ?? '',
    client: session.client ?? '',
    domain: session.problem_domain ?? '',
    ticket: session.psa_ticket_id ?? '',
    tier: session.confidence_tier ?? '',
  };
}

/** The change that the form asks for: what differs, and null where it was emptied. */
export function draftChange(session: SessionDto, draft: SessionDraft): UpdateSessionDto {
  const before = sessionDraft(session);
  const changed = (name: keyof SessionDraft) => draft[name].trim() !== before[name];
  const text = (name: keyof SessionDraft) => (draft[name].trim() === '' ? null : draft[name].trim());
  return {
    ...(changed('summary') && { summary: text('summary') }),
    ...(changed('client') && { client: text('client') }),
    ...(changed('domain') && { problem_domain: text('domain') }),
    ...(changed('ticket') && { psa_ticket_id: text('ticket') }),
    ...(changed('tier') && { confidence_tier: CONFIDENCE_TIERS.find((tier) => tier === draft.tier) ?? null }),
  };
}
