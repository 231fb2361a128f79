import type { ChangingFigureDto, OverviewDto } from '@flowpilot/contracts';
import type { SessionRow } from '@flowpilot/testing';

import { difference, fraction, relativeChangeOf, rounded, shareOf } from './arithmetic.js';
import type { AccountHistory } from './history.js';
import { percentile, resolutionTimes, shownMinutes } from './minutes.js';
import { referenceCoverage } from './reference-coverage.js';
import { referenceFlowQuality } from './reference-flow-quality.js';
import { entriesWithin, hourParts, shownHours } from './reference-psa-metrics.js';
import { type ReferenceWindow, type Span, windowAnswer, within } from './reference-window.js';

export function referenceOverview(history: AccountHistory, window: ReferenceWindow): OverviewDto {
  const sessionsWithin = (span: Span) =>
    history.sessions.map(({ row }) => row).filter((row) => within(row.created_at, span));
  const present = sessionsWithin(window);
  const before = sessionsWithin(window.previous);
  const tier = (name: string | null) => present.filter((session) => session.confidence_tier === name).length;
  return {
    sessions: {
      value: present.length,
      previous: before.length,
      change: relativeChangeOf(present.length, before.length),
    },
    resolution_rate: rateFigure(present, before, (session) => session.status === 'resolved'),
    escalation_rate: rateFigure(present, before, (session) => session.status === 'escalated'),
    guided_rate: rateFigure(present, before, (session) => session.confidence_tier === 'guided'),
    median_resolution_minutes: medianFigure(present, before),
    hours_logged: hoursFigure(history, window),
    active_flows: history.flows.filter((flow) => flow.is_active).length,
    daily: window.days.map((day) => ({
      date: day.date,
      ...dayCounts(sessionsWithin(day)),
      hours_logged: shownHours(hourParts(entriesWithin(history, day))),
    })),
    tiers: { guided: tier('guided'), exploring: tier('exploring'), discovery: tier('discovery'), none: tier(null) },
    top_domains: referenceCoverage(history, window)
      .domains.filter((row) => row.session_count > 0)
      .slice(0, 5),
    needs_attention: referenceFlowQuality(history, window, 'quality').needs_attention.slice(0, 5),
    window: windowAnswer(window) as OverviewDto['window'],
  };
}

function dayCounts(sessions: readonly SessionRow[]) {
  const having = (status: string) => sessions.filter((session) => session.status === status).length;
  return {
    resolved: having('resolved'),
    escalated: having('escalated'),
    abandoned: having('abandoned'),
    active: having('active'),
    guided: sessions.filter((session) => session.confidence_tier === 'guided').length,
    median_resolution_minutes: shownMinutes(percentile(resolutionTimes(sessions), 50)),
  };
}

function rateFigure(
  present: readonly SessionRow[],
  before: readonly SessionRow[],
  counts: (session: SessionRow) => boolean,
): ChangingFigureDto {
  const [part, earlier] = [present.filter(counts).length, before.filter(counts).length];
  const known = present.length > 0 && before.length > 0;
  return {
    value: shareOf(part, present.length),
    previous: shareOf(earlier, before.length),
    change: known ? rounded(difference(fraction(part, present.length), fraction(earlier, before.length)), 3) : null,
  };
}

function medianFigure(present: readonly SessionRow[], before: readonly SessionRow[]): ChangingFigureDto {
  const value = percentile(resolutionTimes(present), 50);
  const previous = percentile(resolutionTimes(before), 50);
  const known = value !== null && previous !== null;
  return {
    value: shownMinutes(value),
    previous: shownMinutes(previous),
    change: known ? Math.round((value / previous - 1) * 1000) / 1000 + 0 : null,
  };
}

function hoursFigure(history: AccountHistory, window: ReferenceWindow): ChangingFigureDto {
  const present = hourParts(entriesWithin(history, window));
  const before = hourParts(entriesWithin(history, window.previous));
  return { value: shownHours(present), previous: shownHours(before), change: relativeChangeOf(present, before) };
}
