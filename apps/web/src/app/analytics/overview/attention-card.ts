import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';

import type { FlowQualityRowDto, WindowDto } from '@flowpilot/contracts';

import { Card } from '../../ui/card/card.js';
import { CsvDownload } from '../../ui/download/csv-download.js';
import { Explain } from '../../ui/explain/explain.js';
import { count } from '../../ui/format.js';
import { EmptyState } from '../../ui/states/empty-state.js';
import { AttentionBadge } from '../attention/attention-badge.js';
import { ChosenPeriod } from '../period.js';
import { attentionExplanations } from './attention-explanations.js';

/** The flows that fail or lie idle, the best-proven ones first; the Flow quality tab has them all. */
@Component({
  selector: 'fp-attention-card',
  imports: [AttentionBadge, Card, CsvDownload, EmptyState, Explain, RouterLink],
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
}
