import type { OverviewDayDto, OverviewDto } from '@flowpilot/contracts';

import type { Explanation, Fact } from '../../ui/explain/explanation.js';
import { count, minutes, percent, wholeHours } from '../../ui/format.js';
import { sessionsOf } from '../../ui/charts/outcome-series.js';
import { explained, explainedWithPrevious } from '../explained.js';
import { medianDoubt, shareDoubt, successDoubt } from '../how-sure.js';
import { sum } from '../trend.js';

export type FigureName = 'sessions' | 'resolution' | 'escalation' | 'guided' | 'median' | 'hours';
export type ExplainedOverview = FigureName | 'activeFlows' | 'daily' | 'tiers';

/** What every figure of the strip and the charts means, with the counts it is made of, and how sure it is. */
export function overviewExplanations(overview: OverviewDto, minSample: number): Record<ExplainedOverview, Explanation> {
  const { daily, window } = overview;
  const all = sum(daily, sessionsOf);
  const resolved = sum(daily, (day) => day.resolved);
  const closed = sum(daily, closedOf);
  const figure = (title: string, definition: string, facts: Fact[]) => explainedWithPrevious(title, definition, window, facts);
  const picture = (title: string, definition: string) => explained(title, definition, window, [{ term: 'All sessions', value: count(all) }]);
  const share = (title: string, are: string, part: string, counted: number, previous: number | null, doubt: string) =>
    figure(title, `Share of all sessions that are ${are}.`, [
      { term: part, value: count(counted) },
      { term: 'All sessions', value: count(all) },
      howSure(doubt),
      before(percent(previous)),
    ]);

  return {
    sessions: figure('Sessions', 'Sessions created in the window, whatever became of them.', [
      before(count(overview.sessions.previous)),
    ]),
    resolution: share('Resolution rate', 'resolved now', 'Resolved', resolved, overview.resolution_rate.previous, successDoubt(resolved, closed, minSample)),
    escalation: share('Escalation rate', 'escalated now', 'Escalated', sum(daily, (day) => day.escalated), overview.escalation_rate.previous, shareDoubt(closed, all, minSample)),
    guided: share('Guided rate', 'led by a flow', 'Guided', sum(daily, (day) => day.guided), overview.guided_rate.previous, shareDoubt(closed, all, minSample)),
    median: figure('Median to resolve', 'Half of the resolved sessions took no longer than this, from creation to resolution.', [
      { term: 'Resolved', value: count(resolved) },
      howSure(medianDoubt(resolved, minSample)),
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
    daily: picture('Sessions a day', 'Sessions by the local day they were created on, split by what became of them until now.'),
    tiers: picture('Confidence tier', 'How sure the guidance was. Guided: a flow led the session.'),
  };
}

function closedOf({ resolved, escalated, abandoned }: OverviewDayDto): number {
  return resolved + escalated + abandoned;
}

function howSure(value: string): Fact {
  return { term: 'How sure', value };
}

function before(value: string): Fact {
  return { term: 'Before', value };
}
