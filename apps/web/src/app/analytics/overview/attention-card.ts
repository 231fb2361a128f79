import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';

import type { FlowQualityRowDto, WindowDto } from '@flowpilot/contracts';
import { flowQualityFigures } from '@flowpilot/metrics';

import { Card } from '../../ui/card/card.js';
import { CsvDownload } from '../../ui/download/csv-download.js';
import { Explain } from '../../ui/explain/explain.js';
import { count } from '../../ui/format.js';
import { type RowsAddress, rowsAddress } from '../../ui/rows/rows-address.js';
import { RowsLink } from '../../ui/rows/rows-link.js';
import { EmptyState } from '../../ui/states/empty-state.js';
import { AttentionBadge } from '../attention/attention-badge.js';
import { figureWindow } from '../figure-window.js';
import { ChosenPeriod } from '../period.js';
import { attentionExplanations } from './attention-explanations.js';

/** The flows that fail or lie idle, the best-proven ones first; the Flow quality tab has them all. */
@Component({
  selector: 'fp-attention-card',
  imports: [AttentionBadge, Card, CsvDownload, EmptyState, Explain, RouterLink, RowsLink],
  templateUrl: './attention-card.html',
  styleUrl: './list-card.css',
})
export class AttentionCard {
  readonly flows = input.required<readonly FlowQualityRowDto[]>();
  readonly window = input.required<WindowDto>();

  private readonly period = inject(ChosenPeriod);
  protected readonly params = this.period.params;
  protected readonly explanations = computed(() => attentionExplanations(this.window()));
  protected readonly csvPath = computed(() => `/analytics/flowpilot/flow-quality.csv?${this.period.query()}`);
  protected readonly count = count;

  protected usageRows({ flow_id: id, usage_count: used }: FlowQualityRowDto): RowsAddress | undefined {
    return used === 0 ? undefined : rowsAddress(flowQualityFigures(id, figureWindow(this.window())).usage_count.rows);
  }

  /** Those that the reason speaks of. */
  protected closedRows({ flow_id: id, closed }: FlowQualityRowDto): RowsAddress | undefined {
    return closed === 0 ? undefined : rowsAddress(flowQualityFigures(id, figureWindow(this.window())).closed.rows);
  }
}
