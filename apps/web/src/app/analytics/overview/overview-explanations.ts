import type { OverviewDayDto, OverviewDto } from '@flowpilot/contracts';
import { wilsonInterval } from '@flowpilot/metrics';

import type { Explanation, Fact } from '../../ui/explain/explanation.js';
import { count, minutes, percent, percentNumber, wholeHours } from '../../ui/format.js';
import { sessionsOf } from '../../ui/charts/outcome-series.js';
import { explained } from '../explained.js';
import { sum } from '../trend.js';

export type FigureName = 'sessions' | 'resolution' | 'escalation' | 'guided' | 'median' | 'hours';
export type ExplainedOverview = FigureName | 'activeFlows' | 'daily' | 'tiers';

/** What every figure of the strip and the charts means, with the counts it is made of. */
export function overviewExplanations(overview: OverviewDto): Record<ExplainedOverview, Explanation> {
  const { daily, window } = overview;
  const all = sum(daily, sessionsOf);
  const figure = (title: string, definition: string, facts: Fact[]) => explained(title, definition, window, facts);
  const share = (title: string, are: string, part: string, counted: number, previous: number | null, doubt: Fact[] = []) =>
    figure(title, `Share of all sessions that are ${are}.`, [
      { term: part, value: count(counted) },
      { term: 'All sessions', value: count(all) },
      ...doubt,
      before(percent(previous)),
    ]);

  return {
    sessions: figure('Sessions', 'Sessions created in the window, whatever became of them.', [
      before(count(overview.sessions.previous)),
    ]),
    resolution: share('Resolution rate', 'resolved now', 'Resolved', sum(daily, (day) => day.resolved), overview.resolution_rate.previous, howSure(daily)),
    escalation: share('Escalation rate', 'escalated now', 'Escalated', sum(daily, (day) => day.escalated), overview.escalation_rate.previous),
    guided: share('Guided rate', 'led by a flow', 'Guided', sum(daily, (day) => day.guided), overview.guided_rate.previous),
    median: figure('Median to resolve', 'Half of the resolved sessions took no longer than this, from creation to resolution.', [
      { term: 'Resolved', value: count(sum(daily, (day) => day.resolved)) },
      before(minutes(overview.median_resolution_minutes.previous)),
    ]),
    hours: figure('Hours logged', 'Hours of the time entries pushed to the PSA in the window.', [
      before(wholeHours(overview.hours_logged.previous)),
    ]),
    activeFlows: {
      title: 'Active flows',
      definition: 'Flows that new sessions can be matched to, now. The window does not matter.',
      facts: [],
    },
    daily: figure('Sessions a day', 'Sessions by the local day they were created on, split by what became of them until now.', [
      { term: 'All sessions', value: count(all) },
    ]),
    tiers: figure('Confidence tier', 'How sure the guidance was. Guided: a flow led the session.', [
      { term: 'All sessions', value: count(all) },
    ]),
  };
}

/** The interval that the resolved of the closed sessions stand for; nothing where none is closed. */
function howSure(daily: readonly OverviewDayDto[]): Fact[] {
  const resolved = sum(daily, (day) => day.resolved);
  const closed = resolved + sum(daily, (day) => day.escalated + day.abandoned);
  const { success_low: low, success_high: high } = wilsonInterval(resolved, closed);
  if (low === null || high === null) return [];
  return [{ term: 'How sure', value: `95%: ${percentNumber(low)} to ${percent(high)} of the closed` }];
}

function before(value: string): Fact {
  return { term: 'Before', value };
}
