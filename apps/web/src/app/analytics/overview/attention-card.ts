import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';

import type { FlowQualityRowDto, WindowDto } from '@flowpilot/contracts';
import { flowQualityFigures } from '@flowpilot/metrics';

import { FileDownload } from '../../core/file-download.js';
import { Card } from '../../ui/card/card.js';
import { DownloadButton } from '../../ui/download/download-button.js';
import { Explain } from '../../ui/explain/explain.js';
import { count } from '../../ui/format.js';
import { type RowsAddress, rowsAddress } from '../../ui/rows/rows-address.js';
import { RowsLink } from '../../ui/rows/rows-link.js';
import { EmptyState } from '../../ui/states/empty-state.js';
import { rowsCsv } from '../../ui/table/csv-text.js';
import { AttentionBadge } from '../attention/attention-badge.js';
import { figureWindow } from '../figure-window.js';
import { flowExplanations } from '../flow-quality/flow-explanations.js';
import { ChosenPeriod } from '../period.js';

/** The flows that fail or lie idle, the best-proven ones first; the Flow quality tab has them all. */
@Component({
  selector: 'fp-attention-card',
  imports: [AttentionBadge, Card, DownloadButton, EmptyState, Explain, RouterLink, RowsLink],
  templateUrl: './attention-card.html',
  styleUrl: './list-card.css',
})
export class AttentionCard {
  readonly flows = input.required<readonly FlowQualityRowDto[]>();
  readonly window = input.required<WindowDto>();

  private readonly download = inject(FileDownload);
  protected readonly params = inject(ChosenPeriod).params;
  protected readonly explanations = computed(() => flowExplanations(this.window()));
  protected readonly count = count;

  /** What is shown, not what the other tab has. */
  protected save(): void {
    this.download.hand(rowsCsv(this.flows()), 'flows-needing-attention.csv');
  }

  protected usageRows({ flow_id: id, usage_count: used }: FlowQualityRowDto): RowsAddress | undefined {
    return used === 0 ? undefined : rowsAddress(flowQualityFigures(id, figureWindow(this.window())).usage_count.rows);
  }

  /** Those that the reason speaks of. */
  protected closedRows({ flow_id: id, closed }: FlowQualityRowDto): RowsAddress | undefined {
    return closed === 0 ? undefined : rowsAddress(flowQualityFigures(id, figureWindow(this.window())).closed.rows);
  }
}
