import { Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { PsaMetricsDto } from '@flowpilot/contracts';
import { type Period, PERIOD_DAYS, psaDayFigures } from '@flowpilot/metrics';

import { Card } from '../../ui/card/card.js';
import { ChartCard } from '../../ui/charts/chart-card.js';
import { Funnel } from '../../ui/charts/funnel.js';
import { Sparkline } from '../../ui/charts/sparkline.js';
import { CsvDownload } from '../../ui/download/csv-download.js';
import { count } from '../../ui/format.js';
import { Icon } from '../../ui/icon.js';
import { Metric } from '../../ui/metric/metric.js';
import { MetricStrip } from '../../ui/metric/metric-strip.js';
import { rowsAddress } from '../../ui/rows/rows-address.js';
import { RowsLink } from '../../ui/rows/rows-link.js';
import { EmptyState } from '../../ui/states/empty-state.js';
import { ErrorState } from '../../ui/states/error-state.js';
import { SkeletonBars } from '../../ui/states/skeleton-bars.js';
import { StaleLine } from '../../ui/states/stale-line.js';
import { ChosenPeriod } from '../period.js';
import { untilNow } from '../until-now.js';
import { DriftCard } from './drift-card.js';
import { EntriesHoursChart } from './entries-hours-chart.js';
import { ENTRIES, HOURS } from './entries-hours-series.js';
import { psaExplanations } from './psa-explanations.js';
import { gapRows, stripRows } from './psa-rows.js';
import { PsaSkeleton } from './psa-skeleton.js';
import { PsaStore } from './psa-store.js';
import { entriesHoursTable, pushTable } from './psa-tables.js';
import { psaTrends } from './psa-trends.js';
import { isEmpty, psaFigures, pushLines, pushSteps, reachText, unloggedWork } from './psa-view.js';

const LONGEST: Period = '90d';
const PUSH_ICONS = { failed: 'warning', pending: 'clock', unattributed: 'question' } as const;

/** Whether the work reached the ticket and the timesheet. */
@Component({
  selector: 'fp-psa-tab',
  imports: [
    Card,
    ChartCard,
    CsvDownload,
    DriftCard,
    EmptyState,
    EntriesHoursChart,
    ErrorState,
    Funnel,
    Icon,
    Metric,
    MetricStrip,
    PsaSkeleton,
    RouterLink,
    RowsLink,
    SkeletonBars,
    Sparkline,
    StaleLine,
  ],
  templateUrl: './psa-tab.html',
  styleUrl: './psa-tab.css',
})
export class PsaTab {
  protected readonly answer = inject(PsaStore).answer;
  private readonly period = inject(ChosenPeriod);
  private readonly router = inject(Router);

  protected readonly windowParams = this.period.params;
  protected readonly windowQuery = this.period.query;
  protected readonly csvPath = computed(() => `/analytics/flowpilot/psa-metrics.csv?${this.period.query()}`);
  protected readonly view = computed(() => {
    const psa = this.answer.figures();
    return psa && viewOf(psa);
  });
  protected readonly legend = [
    { label: `${ENTRIES.label}, left axis`, colour: ENTRIES.colour },
    { label: `${HOURS.label}, right axis`, colour: HOURS.colour, line: true },
  ];
  protected readonly longest = LONGEST;
  /** Days of a wider window; undefined where this is the widest. */
  protected readonly wider = computed(() => (this.period.days() < PERIOD_DAYS[LONGEST] ? PERIOD_DAYS[LONGEST] : undefined));
  protected readonly pushIcons = PUSH_ICONS;
  protected readonly count = count;

  constructor() {
    this.answer.showInTab();
  }

  protected openDay(date: string): void {
    const { path, query } = rowsAddress(psaDayFigures(date).entries.rows);
    void this.router.navigate([path], { queryParams: query });
  }
}

function viewOf(psa: PsaMetricsDto) {
  const steps = pushSteps(psa);
  return {
    psa,
    until: untilNow(psa.window),
    isEmpty: isEmpty(psa),
    figures: psaFigures(psa, psa.previous),
    trends: psaTrends(psa.daily_trend),
    steps,
    reach: reachText(psa),
    unlogged: unloggedWork(psa),
    pushes: pushLines(psa),
    stripRows: stripRows(psa),
    gapRows: gapRows(psa),
    tables: { trend: entriesHoursTable(psa.daily_trend), funnel: pushTable(steps) },
    explanations: psaExplanations(psa.window),
  };
}
