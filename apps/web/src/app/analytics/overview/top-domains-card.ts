import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';

import type { CoverageRowDto, WindowDto } from '@flowpilot/contracts';

import { FileDownload } from '../../core/file-download.js';
import { Card } from '../../ui/card/card.js';
import { DownloadButton } from '../../ui/download/download-button.js';
import { Explain } from '../../ui/explain/explain.js';
import { count } from '../../ui/format.js';
import { RatingCell } from '../../ui/rating-cell/rating-cell.js';
import { RowsLink } from '../../ui/rows/rows-link.js';
import { EmptyState } from '../../ui/states/empty-state.js';
import { rowsCsv } from '../../ui/table/csv-text.js';
import { coverageExplanations } from '../coverage/coverage-explanations.js';
import { coverageRows } from '../coverage/coverage-rows.js';
import { figureWindow } from '../figure-window.js';
import { accountMinSample } from '../min-sample.js';
import { ChosenPeriod } from '../period.js';

/** The domains with most sessions; the Coverage tab has them all. */
@Component({
  selector: 'fp-top-domains-card',
  imports: [Card, DownloadButton, EmptyState, Explain, RatingCell, RouterLink, RowsLink],
  templateUrl: './top-domains-card.html',
  styleUrl: './list-card.css',
})
export class TopDomainsCard {
  readonly domains = input.required<readonly CoverageRowDto[]>();
  readonly window = input.required<WindowDto>();

  private readonly download = inject(FileDownload);
  protected readonly params = inject(ChosenPeriod).params;
  private readonly minSample = accountMinSample();
  protected readonly rows = computed(() => coverageRows(this.domains(), figureWindow(this.window()), this.minSample()));
  protected readonly explanations = computed(() => coverageExplanations(this.window()));
  protected readonly count = count;

  /** What is shown, not what the other tab has. */
  protected save(): void {
    this.download.hand(rowsCsv(this.domains()), 'top-domains.csv');
  }
}
