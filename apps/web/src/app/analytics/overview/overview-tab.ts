import { Component, computed, inject } from '@angular/core';
import { Router } from '@angular/router';

import { overviewDayFigures } from '@flowpilot/metrics';

import { ChartCard } from '../../ui/charts/chart-card.js';
import { OutcomeChart } from '../../ui/charts/outcome-chart.js';
import { rowsAddress } from '../../ui/rows/rows-address.js';
import { ErrorState } from '../../ui/states/error-state.js';
import { SkeletonBars } from '../../ui/states/skeleton-bars.js';
import { StaleLine } from '../../ui/states/stale-line.js';
import { figureWindow } from '../figure-window.js';
import { accountMinSample } from '../min-sample.js';
import { untilNow } from '../until-now.js';
import { AttentionCard } from './attention-card.js';
import { outcomeLegend, outcomeTable } from './outcome-content.js';
import { EmptyOverview } from './empty-overview.js';
import { overviewExplanations } from './overview-explanations.js';
import { overviewFigures } from './overview-figures.js';
import { OverviewSkeleton } from './overview-skeleton.js';
import { OverviewStore } from './overview-store.js';
import { OverviewStrip } from './overview-strip.js';
import { TierCard } from './tier-card.js';
import { TopDomainsCard } from './top-domains-card.js';

/** How the window's sessions went, on one screen. */
@Component({
  selector: 'fp-overview-tab',
  imports: [
    AttentionCard,
    ChartCard,
    EmptyOverview,
    ErrorState,
    OutcomeChart,
    OverviewSkeleton,
    OverviewStrip,
    SkeletonBars,
    StaleLine,
    TierCard,
    TopDomainsCard,
  ],
  templateUrl: './overview-tab.html',
  styles: ':host { display: contents; }',
})
export class OverviewTab {
  protected readonly answer = inject(OverviewStore).answer;

  private readonly minSample = accountMinSample();
  protected readonly view = computed(() => {
    const overview = this.answer.figures();
    return overview && {
      overview,
      until: untilNow(overview.window),
      figures: overviewFigures(overview, this.minSample()),
      explanations: overviewExplanations(overview, this.minSample()),
      legend: outcomeLegend(overview.daily, figureWindow(overview.window)),
      table: outcomeTable(overview.daily),
    };
  });

  private readonly router = inject(Router);

  constructor() {
    this.answer.showInTab();
  }

  protected openDay(date: string): void {
    const { path, query } = rowsAddress(overviewDayFigures(date).sessions.rows);
    void this.router.navigate([path], { queryParams: query });
  }
}
