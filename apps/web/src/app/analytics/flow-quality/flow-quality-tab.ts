import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';

import type { FlowQualityRowDto } from '@flowpilot/contracts';

import { FileDownload } from '../../core/file-download.js';
import { Card } from '../../ui/card/card.js';
import { DownloadButton } from '../../ui/download/download-button.js';
import { counted } from '../../ui/format.js';
import { RowsLink } from '../../ui/rows/rows-link.js';
import { EmptyState } from '../../ui/states/empty-state.js';
import { ErrorState } from '../../ui/states/error-state.js';
import { StaleLine } from '../../ui/states/stale-line.js';
import { chosenSort } from '../../ui/table/chosen-sort.js';
import { ColumnHead } from '../../ui/table/column-head.js';
import { rowsCsv } from '../../ui/table/csv-text.js';
import { figureWindow } from '../figure-window.js';
import { accountMinSample } from '../min-sample.js';
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
    DownloadButton,
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
  private readonly download = inject(FileDownload);
  private readonly minSample = accountMinSample();

  protected readonly view = computed(() => {
    const quality = this.answer.figures();
    if (quality === undefined) return undefined;
    const ordered = orderedFlows(quality.flows, this.sort.value());
    return {
      ordered,
      rows: ordered.map((flow) => flowRow(flow, figureWindow(quality.window), this.minSample())),
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

  protected saveCsv(flows: readonly FlowQualityRowDto[]): void {
    this.download.hand(rowsCsv(flows), 'flow-quality.csv');
  }
}
