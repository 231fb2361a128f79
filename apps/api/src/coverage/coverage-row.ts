import type { CoverageRowDto } from '@flowpilot/contracts';
import { byNameThenId, descending, evidence, inOrder, rate, resolutionMinutes, wilsonInterval } from '@flowpilot/metrics';

import { judgeBuckets } from '../analytics/session-facts.js';
import type { DomainFacts } from './coverage.query.js';

/** A domain's facts, judged. */
export function toCoverageRow(facts: DomainFacts, minSample: number): CoverageRowDto {
  const closed = facts.resolved + facts.escalated + facts.abandoned;
  return {
    domain: facts.name,
    category_id: facts.category_id,
    flow_count: facts.flow_count,
    session_count: facts.sessions,
    resolved: facts.resolved,
    escalated: facts.escalated,
    guided: facts.guided,
    resolution_rate: rate(facts.resolved, facts.sessions),
    escalation_rate: rate(facts.escalated, facts.sessions),
    abandonment_rate: rate(facts.abandoned, facts.sessions),
    pending_rate: rate(facts.active, facts.sessions),
    guided_rate: rate(facts.guided, facts.sessions),
    match_rate: rate(facts.matched, facts.sessions),
    closed,
    ...wilsonInterval(facts.resolved, closed),
    evidence: evidence(closed, minSample),
    ...judgeBuckets(facts, (buckets) => resolutionMinutes(facts.resolution_microseconds, buckets)),
  };
}

/** Most sessions first, then by name. */
export const coverageOrder = inOrder<DomainFacts>(
  descending((facts) => facts.sessions),
  byNameThenId(
    (facts) => facts.name,
    (facts) => facts.key,
  ),
);
