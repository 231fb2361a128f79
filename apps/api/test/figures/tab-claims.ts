import type { CoverageDto, FlowQualityDto, PsaMetricsDto } from '@flowpilot/contracts';
import {
  coverageFigures,
  type FigureWindow,
  flowQualityFigures,
  funnelFigures,
  overviewDayFigures,
  overviewFigures,
  previousOf,
  psaDayFigures,
  psaGapFigures,
  psaTotalFigures,
  tierFigures,
  uncoveredFigures,
} from '@flowpilot/metrics';

import { type Claim, claimsOf } from './claim.js';
import type { Tabs } from './read-tabs.js';

/** Every figure of every tab. */
export function tabClaims({ overview, coverage, quality, psa }: Tabs, window: FigureWindow): Claim[] {
  return [
    ...overviewClaims(overview, window),
    ...coverageClaims([...coverage.domains, ...overview.top_domains], window),
    ...claimsOf(coverage, uncoveredFigures(window)),
    ...flowClaims([...quality.flows, ...overview.needs_attention], window),
    ...flowClaims([...quality.top_performers, ...quality.needs_attention], window),
    ...psaClaims(psa, window),
  ];
}

function overviewClaims(overview: Tabs['overview'], window: FigureWindow): Claim[] {
  const { active_flows: flows, ...cards } = overviewFigures(window);
  const { active_flows: _, ...before } = overviewFigures(previousOf(window));
  const names = Object.keys(cards) as (keyof typeof cards)[];
  return [
    ...names.map((figure) => ({ figure, shown: overview[figure].value, claimed: cards[figure] })),
    ...names.map((figure) => ({ figure, shown: overview[figure].previous, claimed: before[figure] })),
    { figure: 'active_flows', shown: overview.active_flows, claimed: flows },
    ...claimsOf(overview.tiers, tierFigures(window)),
    ...overview.daily.flatMap((day) => {
      const figures = overviewDayFigures(day.date);
      const sessions = day.resolved + day.escalated + day.abandoned + day.active;
      return [...claimsOf(day, figures), ...claimsOf({ sessions }, { sessions: figures.sessions })];
    }),
  ];
}

function coverageClaims(rows: CoverageDto['domains'], window: FigureWindow): Claim[] {
  return rows.flatMap((row) => claimsOf(row, coverageFigures(row, window)));
}

function flowClaims(rows: FlowQualityDto['flows'], window: FigureWindow): Claim[] {
  return rows.flatMap((row) => claimsOf(row, flowQualityFigures(row.flow_id, window)));
}

function psaClaims(psa: Tabs['psa'], window: FigureWindow): Claim[] {
  return [
    ...claimsOf(psa, psaTotalFigures(window)),
    ...claimsOf(psa.previous, psaTotalFigures(previousOf(window))),
    ...claimsOf(psa, psaGapFigures(window)),
    ...funnelClaims(psa.push_funnel, window),
    ...psa.daily_trend.flatMap((day) => claimsOf(day, psaDayFigures(day.date))),
  ];
}

/** What is reached, what of the step before that is, and what is lost before the next. */
function funnelClaims(funnel: PsaMetricsDto['push_funnel'], window: FigureWindow): Claim[] {
  const figures = funnelFigures(window);
  const steps = Object.keys(figures) as (keyof typeof figures)[];
  return steps.flatMap((step, index) => {
    const { reached, lost } = figures[step];
    const [previous, next] = [steps[index - 1], steps[index + 1]];
    const claims: Claim[] = [{ figure: step, shown: funnel[step], claimed: reached }];
    if (reached.of && previous) claims.push({ figure: previous, shown: funnel[previous], claimed: count(reached.of) });
    if (lost && next) claims.push({ figure: `lost_${step}`, shown: funnel[step] - funnel[next], claimed: count(lost) });
    return claims;
  });
}

const count = (rows: Claim['claimed']['rows']): Claim['claimed'] => ({ rows, of: null });
