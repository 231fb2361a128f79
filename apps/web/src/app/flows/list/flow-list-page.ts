import { Component, computed, inject, linkedSignal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { DEFAULT_MIN_SAMPLE } from '@flowpilot/metrics';

import { FileDownload } from '../../core/file-download.js';
import { administers } from '../../core/session/access-guards.js';
import { Session } from '../../core/session/session.js';
import { Card } from '../../ui/card/card.js';
import { DownloadButton } from '../../ui/download/download-button.js';
import { PassesFocus } from '../../ui/passes-focus.js';
import { EmptyState } from '../../ui/states/empty-state.js';
import { ErrorState } from '../../ui/states/error-state.js';
import { StaleLine } from '../../ui/states/stale-line.js';
import { chosenSort } from '../../ui/table/chosen-sort.js';
import { flowCsv } from './flow-csv.js';
import { type FlowFilter, filteredFlows, filterParams, isFiltered, readFilter } from './flow-filter.js';
import { FlowFilters } from './flow-filters.js';
import { FLOW_COLUMNS, orderedFlows } from './flow-list-columns.js';
import { FlowListSkeleton } from './flow-list-skeleton.js';
import { FlowListStore } from './flow-list-store.js';
import { flowRow, listSummary } from './flow-rows.js';
import { FlowTable } from './flow-table.js';

/** Rows that a person can take in before asking for more. */
const PAGE_ROWS = 100;
const ALL: FlowFilter = { search: '', category: '', state: 'all' };

/** All flows of the account, to find one in or to make another. Filter and order live in the address. */
@Component({
  selector: 'fp-flow-list-page',
  imports: [Card, DownloadButton, EmptyState, ErrorState, FlowFilters, FlowListSkeleton, FlowTable, PassesFocus, RouterLink, StaleLine],
  templateUrl: './flow-list-page.html',
  styleUrl: './flow-list-page.css',
})
export class FlowListPage {
  protected readonly store = inject(FlowListStore);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly download = inject(FileDownload);
  private readonly user = inject(Session).user;
  private readonly params = toSignal(this.route.queryParamMap, { initialValue: this.route.snapshot.queryParamMap });

  protected readonly sort = chosenSort(FLOW_COLUMNS, 'name');
  protected readonly filter = computed(() => readFilter(this.params()));
  protected readonly filtered = computed(() => isFiltered(this.filter()));
  protected readonly mayWrite = computed(() => administers(this.user()));
  protected readonly timeZone = computed(() => this.user()?.account?.time_zone ?? 'UTC');
  protected readonly found = computed(() =>
    orderedFlows(filteredFlows(this.store.flows() ?? [], this.filter()), this.sort.value()),
  );
  protected readonly summary = computed(() => listSummary(this.found()));
  /** Another filter begins with the first rows again. */
  private readonly limit = linkedSignal({ source: this.filter, computation: () => PAGE_ROWS });
  protected readonly rows = computed(() => {
    const now = new Date();
    const minSample = this.user()?.account?.min_sample ?? DEFAULT_MIN_SAMPLE;
    return this.found().slice(0, this.limit()).map((flow) => flowRow(flow, this.timeZone(), now, minSample));
  });
  protected readonly hidden = computed(() => this.found().length - this.rows().length);

  constructor() {
    void this.store.load();
  }

  protected choose(filter: FlowFilter): void {
    const queryParams = filterParams(filter);
    void this.router.navigate([], { relativeTo: this.route, queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected clear(): void {
    this.choose(ALL);
  }

  protected showMore(): void {
    this.limit.update((limit) => limit + PAGE_ROWS);
  }

  protected saveCsv(): void {
    this.download.hand(flowCsv(this.found()), 'flows.csv');
  }
}
