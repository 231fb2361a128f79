import { accountRow, activityRow, categoryRow, flowRow, pushRow, type SessionRow, sessionRow } from '@flowpilot/testing';

import type { AccountHistory, Concept } from '../reference/history.js';
import { addDays, firstInstant, localDate, localMs, postgresInstant } from '../reference/local-time.js';
import type { AccountPlan, DomainPlan, MatchPlan, Moment, SessionPlan } from './plan.js';
import { BLANKS, SPELLINGS } from './spellings.js';

const DAY_MS = 86_400_000;

/** A plan with instants and fresh ids, as consistent as the product's own writes would leave it. */
export function unfoldHistory(plan: AccountPlan, now: number): AccountHistory {
  const account = accountRow({
    timeZone: plan.zone,
    minSample: plan.minSample,
    unloggedAfterHours: plan.unloggedAfterHours,
  });
  const at = (moment: Moment) => new Date(instantOf(moment, plan.zone, now));
  const given = { accountId: account.id };
  const categories = plan.categories.map((domain) => ({
    concept: domain.concept,
    row: categoryRow({ ...given, name: spellingOf(domain).trim().replace(/\s+/gu, ' ') }),
  }));
  const flows = plan.flows.map(({ name, isActive, created, category }) =>
    flowRow({ ...given, name, isActive, createdAt: at(created), categoryId: pick(categories, category)?.row.id }),
  );
  const sessions = plan.sessions.map((session) => ({
    concept: typeof session.domain === 'number' ? null : session.domain.concept,
    row: unfoldSession(session, at(session.created), account.id, (match) => pick(flows, match.flow)?.id),
  }));
  const activities = plan.activities.map(({ type, created, session, hourParts }) =>
    activityRow({
      ...given,
      type,
      createdAt: at(created),
      sessionId: pick(sessions, session)?.row.id,
      hours: hourParts / 10_000,
    }),
  );
  const pushes = plan.pushes.map(({ state, created }) => pushRow({ ...given, state, createdAt: at(created) }));
  const history = { account, categories, flows, sessions, activities, pushes };
  keepLifetimeFigures(plan, history);
  return history;
}

/** One of a list by a number that may be beyond it; none of an empty list. */
function pick<T>(list: readonly T[], index: number | null): T | undefined {
  return index === null || list.length === 0 ? undefined : list[index % list.length];
}

function instantOf(moment: Moment, zone: string, now: number): number {
  if (moment.kind === 'before') return now - moment.milliseconds;
  if (moment.kind === 'day') return firstInstant(addDays(localDate(now, zone), -moment.daysAgo), zone) + moment.shift;
  return postgresInstant(localMs(now, zone) - moment.daysAgo * DAY_MS, zone) + moment.shift;
}

function spellingOf({ concept, spelling }: DomainPlan): string {
  const spellings = SPELLINGS[concept] ?? [];
  return spellings[spelling % spellings.length] ?? '';
}

function unfoldSession(
  plan: SessionPlan,
  createdAt: Date,
  accountId: string,
  flowIdOf: (match: MatchPlan) => string | undefined,
): SessionRow {
  const match = plan.matches.at(-1);
  const ended = new Date(createdAt.getTime() + plan.durationMs);
  const wasEscalated = plan.status === 'escalated' || (plan.status === 'resolved' && plan.escalatedFirst);
  return sessionRow({
    accountId,
    createdAt,
    status: plan.status,
    domain: typeof plan.domain === 'number' ? BLANKS[plan.domain] : spellingOf(plan.domain),
    tier: plan.tier,
    ...(match && {
      flowId: flowIdOf(match),
      confidence: match.confidence === null ? null : match.confidence / 10_000,
      matchedAt: new Date(createdAt.getTime() + match.afterMs),
    }),
    resolvedAt: ended,
    escalatedAt: wasEscalated ? (plan.status === 'escalated' ? ended : createdAt) : undefined,
    ticket: plan.hasTicket ? 'T-1' : null,
  });
}

/** What the product's writes keep on the flows and the sessions. */
function keepLifetimeFigures(plan: AccountPlan, { flows, sessions, activities }: AccountHistory): void {
  plan.sessions.forEach(({ matches }, index) => {
    const row = sessions[index]?.row;
    for (const match of matches) {
      const flow = pick(flows, match.flow);
      if (flow && row) flow.last_matched_at = later(flow.last_matched_at, row.created_at.getTime() + match.afterMs);
    }
  });
  for (const flow of flows) {
    const matched = sessions.filter(({ row }) => row.matched_flow_id === flow.id);
    flow.usage_count = matched.length;
    flow.resolved_count = matched.filter(({ row }) => row.status === 'resolved').length;
  }
  for (const { row } of sessions) {
    const own = activities.filter((activity) => activity.session_id === row.id);
    row.has_note = own.some((activity) => activity.activity_type === 'note_posted');
    row.has_time_entry = own.some((activity) => activity.activity_type === 'time_entry_posted');
  }
}

function later(instant: Date | null, milliseconds: number): Date {
  return new Date(Math.max(instant?.getTime() ?? -Infinity, milliseconds));
}

/** The domains as the account first recorded them, in the order of recording. */
export function firstSpellings({ sessions }: AccountHistory): Map<Concept, SessionRow> {
  const first = new Map<Concept, SessionRow>();
  for (const { concept, row } of sessions) if (concept !== null && !first.has(concept)) first.set(concept, row);
  return first;
}
