import type { CoverageDto, CoverageRowDto } from '@flowpilot/contracts';
import {
  coverageFigures,
  escalationRating,
  type Evidence,
  type Figure,
  type FigureWindow,
  flowCountRating,
  guidedRating,
  type Rating,
  resolutionRating,
  uncoveredFigures,
} from '@flowpilot/metrics';

import { count, counted, minutes, percentNumber } from '../../ui/format.js';
import { type RowsAddress, rowsAddress } from '../../ui/rows/rows-address.js';
import { medianDoubt, shareDoubt, successDoubt } from '../how-sure.js';

/** A judged figure as its cell shows it. */
export interface JudgedFigure {
  value: string;
  /** Judged on the exact counts, not on the rounded rate; null when there is nothing to judge. */
  rating: Rating | null;
  /** Its numerator and denominator, and how sure it is: "8 of 10 sessions. 95%: 49.0 to 94.3% of the closed" */
  detail: string;
  /** Those of the numerator; undefined where there is nothing to count. */
  rows: RowsAddress | undefined;
}

/** One domain as the table shows it. */
export interface CoverageRow {
  domain: string;
  /** `gap`: sessions and no flow; `idle`: flows and no session. */
  kind: 'gap' | 'idle' | 'covered';
  categoryId: string | null;
  flows: JudgedFigure;
  sessions: number;
  sessionRows: RowsAddress | undefined;
  /** Sessions beside those of the busiest domain, 0 to 1. */
  magnitude: number;
  evidence: Evidence;
  resolution: JudgedFigure;
  escalation: JudgedFigure;
  guided: JudgedFigure;
  median: string;
  medianDetail: string;
  medianRows: RowsAddress | undefined;
}

/** `minSample` is the account's. */
export function coverageRows(domains: readonly CoverageRowDto[], window: FigureWindow, minSample: number): CoverageRow[] {
  const busiest = Math.max(1, ...domains.map((row) => row.session_count));
  return domains.map((row) => coverageRow(row, busiest, window, minSample));
}

function coverageRow(row: CoverageRowDto, busiest: number, window: FigureWindow, minSample: number): CoverageRow {
  const figures = coverageFigures(row, window);
  const success = successDoubt(row.resolved, row.closed, minSample);
  const doubt = row.evidence === 'sufficient' ? '' : shareDoubt(row.closed, row.session_count, minSample);
  const rows = (figure: Figure | null, counted: number) => (figure === null || counted === 0 ? undefined : rowsAddress(figure.rows));
  return {
    domain: row.domain,
    kind: kindOf(row),
    categoryId: row.category_id,
    flows: {
      value: count(row.flow_count),
      rating: flowCountRating(row.flow_count),
      detail: '',
      rows: rows(figures.flow_count, row.flow_count),
    },
    sessions: row.session_count,
    sessionRows: rows(figures.session_count, row.session_count),
    magnitude: row.session_count / busiest,
    evidence: row.evidence,
    resolution: { ...share(row.resolved, row, row.resolution_rate, resolutionRating, success), rows: rows(figures.resolution_rate, row.session_count) },
    escalation: { ...share(row.escalated, row, row.escalation_rate, escalationRating, doubt), rows: rows(figures.escalation_rate, row.session_count) },
    guided: { ...share(row.guided, row, row.guided_rate, guidedRating, doubt), rows: rows(figures.guided_rate, row.session_count) },
    median: minutes(row.median_resolution_minutes),
    medianDetail: row.resolved === 0 ? '' : medianDoubt(row.resolved, minSample),
    medianRows: rows(figures.median_resolution_minutes, row.resolved),
  };
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

/** The rows of the figures beside the table. */
export function besideRows(window: FigureWindow): { unmapped: RowsAddress; uncategorised: RowsAddress } {
  const { unmapped_session_count: unmapped, uncategorised_flow_count: uncategorised } = uncoveredFigures(window);
  return { unmapped: rowsAddress(unmapped.rows), uncategorised: rowsAddress(uncategorised.rows) };
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
  doubt: string,
): Omit<JudgedFigure, 'rows'> {
  return {
    value: percentNumber(rate),
    rating: session_count === 0 ? null : judge(part / session_count),
    detail: session_count === 0 ? '' : sentences(`${count(part)} of ${counted(session_count, 'session')}`, doubt),
  };
}

function sentences(...parts: string[]): string {
  return parts.filter((part) => part !== '').join('. ');
}
