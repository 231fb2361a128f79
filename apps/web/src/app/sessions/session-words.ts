import type { SessionDto } from '@flowpilot/contracts';
import type { FunnelStep, LosingStep, SessionStatus } from '@flowpilot/metrics';

export const STATUS_WORDS: Readonly<Record<SessionStatus, { label: string; colour: string }>> = {
  active: { label: 'Active', colour: 'var(--chart-active)' },
  resolved: { label: 'Resolved', colour: 'var(--chart-resolved)' },
  escalated: { label: 'Escalated', colour: 'var(--chart-escalated)' },
  abandoned: { label: 'Abandoned', colour: 'var(--chart-abandoned)' },
};

export const TIER_WORDS: Readonly<Record<NonNullable<SessionDto['confidence_tier']> | 'none', string>> = {
  guided: 'Guided',
  exploring: 'Exploring',
  discovery: 'Discovery',
  none: 'No tier',
};

export const STEP_WORDS: Readonly<Record<FunnelStep, string>> = {
  linked_to_ticket: 'Linked to a ticket',
  doc_pushed: 'Note pushed',
  time_entry_logged: 'Time entry logged',
};

export const LOSS_WORDS: Readonly<Record<LosingStep, string>> = {
  total_sessions: 'Without a ticket',
  linked_to_ticket: 'Ticket, but no note',
  doc_pushed: 'Note, but no time entry',
};

/** What a session is called where its summary stands: that, or what else is known of it. */
export function sessionTitle({ summary, problem_domain, external_ref }: Pick<SessionDto, 'summary' | 'problem_domain' | 'external_ref'>): string {
  return summary ?? (problem_domain === null ? (external_ref ?? 'Session without a summary') : `${problem_domain} session`);
}

/** `#48516`; a ticket that bears its own sign keeps it. */
export function ticketName(ticket: string): string {
  return /^\d/.test(ticket) ? `#${ticket}` : ticket;
}
