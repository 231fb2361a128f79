import type { CoverageDto, CoverageRowDto } from '@flowpilot/contracts';
import {
  escalationRating,
  type Evidence,
  flowCountRating,
  guidedRating,
  type Rating,
  resolutionRating,
} from '@flowpilot/metrics';

import { count, minutes, percentNumber } from '../../ui/format.js';

/** A judged figure as its cell shows it. */
export interface JudgedFigure {
  value: string;
  /** Judged on the exact counts, not on the rounded rate; null when there is nothing to judge. */
  rating: Rating | null;
  /** Its numerator and denominator: "186 of 231". */
  detail: string;
}

/** One domain as the table shows it. */
export interface CoverageRow {
  domain: string;
  /** `gap`: sessions and no flow; `idle`: flows and no session. */
  kind: 'gap' | 'idle' | 'covered';
  categoryId: string | null;
  flows: JudgedFigure;
  sessions: number;
  /** Sessions beside those of the busiest domain, 0 to 1. */
  magnitude: number;
  evidence: Evidence;
  resolution: JudgedFigure;
  escalation: JudgedFigure;
  guided: JudgedFigure;
  median: string;
}

export function coverageRows(domains: readonly CoverageRowDto[]): CoverageRow[] {
  const busiest = Math.max(1, ...domains.map((row) => row.session_count));
  return domains.map((row) => ({
    domain: row.domain,
    kind: kindOf(row),
    categoryId: row.category_id,
    flows: { value: count(row.flow_count), rating: flowCountRating(row.flow_count), detail: '' },
    sessions: row.session_count,
    magnitude: row.session_count / busiest,
    evidence: row.evidence,
    resolution: share(row.resolved, row, row.resolution_rate, resolutionRating),
    escalation: share(row.escalated, row, row.escalation_rate, escalationRating),
    guided: share(row.guided, row, row.guided_rate, guidedRating),
    median: minutes(row.median_resolution_minutes),
  }));
}

export interface CoverageSummary {
  domains: number;
  gaps: number;
  unmappedSessions: number;
  uncategorisedFlows: number;
}

export function coverageSummary(coverage: CoverageDto): CoverageSummary {
  return {
    domains: coverage.total_domains,
    gaps: coverage.domains.filter((row) => kindOf(row) === 'gap').length,
    unmappedSessions: coverage.unmapped_session_count,
    uncategorisedFlows: coverage.uncategorised_flow_count,
  };
}

function kindOf({ flow_count, session_count }: CoverageRowDto): CoverageRow['kind'] {
  if (flow_count === 0 && session_count > 0) return 'gap';
  return flow_count > 0 && session_count === 0 ? 'idle' : 'covered';
}

function share(
  part: number,
  { session_count }: CoverageRowDto,
  rate: number | null,
  judge: (rate: number) => Rating,
): JudgedFigure {
  return {
    value: percentNumber(rate),
    rating: session_count === 0 ? null : judge(part / session_count),
    detail: session_count === 0 ? '' : `${count(part)} of ${count(session_count)}`,
  };
}
