import type { CoverageDto, CoverageRowDto } from '@flowpilot/contracts';

import { compareNames, shareOf, wilson } from './arithmetic.js';
import type { AccountHistory, Concept } from './history.js';
import { minutesOf } from './minutes.js';
import { type ReferenceWindow, windowAnswer, within } from './reference-window.js';

export function referenceCoverage(history: AccountHistory, window: ReferenceWindow): CoverageDto {
  const present = history.sessions.filter(({ row }) => within(row.created_at, window));
  const concepts = new Set<Concept>();
  for (const { concept } of present) if (concept !== null) concepts.add(concept);
  for (const { concept, row } of history.categories) if (activeFlows(history, row.id) > 0) concepts.add(concept);
  const domains = [...concepts]
    .map((concept) => domainRow(history, concept, present))
    .sort((a, b) => b.session_count - a.session_count || compareNames([a.domain, ''], [b.domain, '']));
  return {
    domains,
    unmapped_session_count: present.filter(({ concept }) => concept === null).length,
    total_domains: domains.length,
    uncategorised_flow_count: activeFlows(history, null),
    window: windowAnswer(window) as CoverageDto['window'],
  };
}

function domainRow(history: AccountHistory, concept: Concept, present: AccountHistory['sessions']): CoverageRowDto {
  const category = history.categories.find((each) => each.concept === concept)?.row;
  const recorded = history.sessions.find((each) => each.concept === concept)?.row.problem_domain ?? '';
  const sessions = present.filter((each) => each.concept === concept).map(({ row }) => row);
  const all = sessions.length;
  const having = (status: string) => sessions.filter((session) => session.status === status).length;
  const guided = sessions.filter((session) => session.confidence_tier === 'guided').length;
  const matched = sessions.filter((session) => session.matched_flow_id !== null).length;
  const closed = all - having('active');
  return {
    domain: category?.name ?? recorded.trim().split(/\s+/u).join(' '),
    category_id: category?.id ?? null,
    flow_count: category ? activeFlows(history, category.id) : 0,
    session_count: all,
    resolved: having('resolved'),
    escalated: having('escalated'),
    guided,
    resolution_rate: shareOf(having('resolved'), all),
    escalation_rate: shareOf(having('escalated'), all),
    abandonment_rate: shareOf(having('abandoned'), all),
    pending_rate: shareOf(having('active'), all),
    guided_rate: shareOf(guided, all),
    match_rate: shareOf(matched, all),
    closed,
    ...wilson(having('resolved'), closed),
    evidence: closed >= history.account.min_sample ? 'sufficient' : 'insufficient',
    ...minutesOf(sessions),
  };
}

function activeFlows(history: AccountHistory, categoryId: string | null): number {
  return history.flows.filter((flow) => flow.is_active && flow.category_id === categoryId).length;
}
