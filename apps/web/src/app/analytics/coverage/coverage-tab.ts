import { Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';

import type { CoverageRowDto } from '@flowpilot/contracts';

import { FileDownload } from '../../core/file-download.js';
import { DownloadButton } from '../../ui/download/download-button.js';
import { Explain } from '../../ui/explain/explain.js';
import { count, counted } from '../../ui/format.js';
import { RatingCell } from '../../ui/rating-cell/rating-cell.js';
import { RatingLegend } from '../../ui/rating-cell/rating-legend.js';
import { RowsLink } from '../../ui/rows/rows-link.js';
import { EmptyState } from '../../ui/states/empty-state.js';
import { ErrorState } from '../../ui/states/error-state.js';
import { StaleLine } from '../../ui/states/stale-line.js';
import { chosenSort } from '../../ui/table/chosen-sort.js';
import { ColumnHead } from '../../ui/table/column-head.js';
import { rowsCsv } from '../../ui/table/csv-text.js';
import { figureWindow } from '../figure-window.js';
import { accountMinSample } from '../min-sample.js';
import { COVERAGE_COLUMNS, COVERAGE_HEADS, orderedDomains } from './coverage-columns.js';
import { coverageExplanations } from './coverage-explanations.js';
import { besideRows, type CoverageRow, coverageRows, coverageSummary } from './coverage-rows.js';
import { CoverageSkeleton } from './coverage-skeleton.js';
import { CoverageStore } from './coverage-store.js';

/** Which problem domains the flows cover, and how their sessions end. */
@Component({
  selector: 'fp-coverage-tab',
  imports: [
    ColumnHead,
    CoverageSkeleton,
    DownloadButton,
    EmptyState,
    ErrorState,
    Explain,
    RatingCell,
    RatingLegend,
    RouterLink,
    RowsLink,
    StaleLine,
  ],
  templateUrl: './coverage-tab.html',
  styleUrl: './coverage-tab.css',
})
export class CoverageTab {
  protected readonly answer = inject(CoverageStore).answer;
  protected readonly sort = chosenSort(COVERAGE_COLUMNS, 'sessions');
  private readonly router = inject(Router);
  private readonly download = inject(FileDownload);

  protected readonly minSample = accountMinSample();
  protected readonly view = computed(() => {
    const coverage = this.answer.figures();
    if (coverage === undefined) return undefined;
    const ordered = orderedDomains(coverage.domains, this.sort.value());
    return {
      ordered,
      rows: coverageRows(ordered, figureWindow(coverage.window), this.minSample()),
      beside: besideRows(figureWindow(coverage.window)),
      summary: coverageSummary(coverage),
      explanations: coverageExplanations(coverage.window),
      timeZone: coverage.window.time_zone,
    };
  });
  protected readonly heads = COVERAGE_HEADS;
  protected readonly count = count;
  protected readonly counted = counted;

  constructor() {
    this.answer.showInTab();
  }

  protected ratesOf({ domain, resolution, escalation, guided }: CoverageRow) {
    return [
      { ...resolution, what: `the resolved sessions of ${domain}` },
      { ...escalation, what: `the escalated sessions of ${domain}` },
      { ...guided, what: `the guided sessions of ${domain}` },
    ];
  }

  protected saveCsv(domains: readonly CoverageRowDto[]): void {
    this.download.hand(rowsCsv(domains), 'coverage.csv');
  }

  /** The editor opens with the domain filled in, and comes back to this table as it stands. */
  protected createFlowParams({ domain, categoryId }: CoverageRow): Record<string, string | null> {
    return { domain, category_id: categoryId, return: this.router.url };
  }
}
