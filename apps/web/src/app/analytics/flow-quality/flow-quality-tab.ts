import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';

import { FLOW_SORTS } from '@flowpilot/metrics';

import { Card } from '../../ui/card/card.js';
import { CsvDownload } from '../../ui/download/csv-download.js';
import { counted } from '../../ui/format.js';
import { RowsLink } from '../../ui/rows/rows-link.js';
import { EmptyState } from '../../ui/states/empty-state.js';
import { ErrorState } from '../../ui/states/error-state.js';
import { StaleLine } from '../../ui/states/stale-line.js';
import { chosenSort } from '../../ui/table/chosen-sort.js';
import { ColumnHead } from '../../ui/table/column-head.js';
import { figureWindow } from '../figure-window.js';
import { ChosenPeriod } from '../period.js';
import { FLOW_COLUMNS, FLOW_HEADS, orderedFlows } from './flow-columns.js';
import { flowExplanations } from './flow-explanations.js';
import { FlowLegend } from './flow-legend.js';
import { FlowPanel } from './flow-panel.js';
import { attentionPanel, topPanel } from './flow-panels.js';
import { FlowQualitySkeleton } from './flow-quality-skeleton.js';
import { FlowQualityStore } from './flow-quality-store.js';
import { flowRow } from './flow-rows.js';
import { NeedsAttention } from './needs-attention.js';
import { QualityBar } from './quality-bar.js';
import { SuccessPlot } from './success-plot.js';

/** Which flows work, and which need attention. */
@Component({
  selector: 'fp-flow-quality-tab',
  imports: [
    Card,
    ColumnHead,
    CsvDownload,
    EmptyState,
    ErrorState,
    FlowLegend,
    FlowPanel,
    FlowQualitySkeleton,
    NeedsAttention,
    QualityBar,
    RouterLink,
    RowsLink,
    StaleLine,
    SuccessPlot,
  ],
  templateUrl: './flow-quality-tab.html',
  styleUrl: './flow-quality-tab.css',
})
export class FlowQualityTab {
  protected readonly answer = inject(FlowQualityStore).answer;
  protected readonly sort = chosenSort(FLOW_COLUMNS, 'quality');
  private readonly period = inject(ChosenPeriod);

  /** The file comes in the order of the table where the server knows it. */
  protected readonly csvPath = computed(() => {
    const sort = FLOW_SORTS.find((name) => name === this.sort.value().column) ?? 'quality';
    return `/analytics/flowpilot/flow-quality.csv?${this.period.query()}&sort=${sort}`;
  });
  protected readonly view = computed(() => {
    const quality = this.answer.figures();
    return quality && {
      rows: orderedFlows(quality.flows, this.sort.value()).map((flow) => flowRow(flow, figureWindow(quality.window))),
      heading: counted(quality.flows.length, 'active flow'),
      attention: attentionPanel(quality.needs_attention, figureWindow(quality.window)),
      top: topPanel(quality.top_performers, figureWindow(quality.window)),
      explanations: flowExplanations(quality.window),
      timeZone: quality.window.time_zone,
    };
  });
  protected readonly heads = FLOW_HEADS;

  constructor() {
    this.answer.showInTab();
  }
}
