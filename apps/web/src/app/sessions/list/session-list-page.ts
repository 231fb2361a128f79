import { Component, computed, effect, inject, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';

import { Directory } from '../../core/directory/directory.js';
import { administers } from '../../core/session/access-guards.js';
import { Session } from '../../core/session/session.js';
import { CsvDownload } from '../../ui/download/csv-download.js';
import { count, counted } from '../../ui/format.js';
import { PassesFocus } from '../../ui/passes-focus.js';
import { EmptyState } from '../../ui/states/empty-state.js';
import { ErrorState } from '../../ui/states/error-state.js';
import { ListProblem } from '../../ui/states/list-problem.js';
import { ListSkeleton } from '../../ui/states/list-skeleton.js';
import { StaleLine } from '../../ui/states/stale-line.js';
import { FilterBar } from '../filter/filter-bar.js';
import { isFiltered, readSessionFilter, type SessionFilter, sessionFilterParams, sessionQuery } from '../filter/session-filter.js';
import { sessionExplanations } from './session-explanations.js';
import { SessionListStore } from './session-list-store.js';
import { sessionRow } from './session-rows.js';
import { SessionTable } from './session-table.js';

/** The rows behind every figure. Which they are stands in the address. */
@Component({
  selector: 'fp-session-list-page',
  imports: [CsvDownload, EmptyState, ErrorState, FilterBar, ListProblem, ListSkeleton, PassesFocus, SessionTable, StaleLine],
  templateUrl: './session-list-page.html',
  styleUrl: './session-list-page.css',
})
export class SessionListPage {
  protected readonly store = inject(SessionListStore);
  private readonly directory = inject(Directory);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly user = inject(Session).user;
  private readonly params = toSignal(this.route.queryParamMap, { initialValue: this.route.snapshot.queryParamMap });

  protected readonly list = this.store.list;
  protected readonly filter = computed(() => readSessionFilter(this.params()));
  protected readonly filtered = computed(() => isFiltered(this.filter()));
  private readonly query = computed(() => sessionQuery(this.filter()));
  protected readonly csvPath = computed(() => `/sessions.csv?${this.query()}`);
  protected readonly ownOnly = computed(() => !administers(this.user()));
  protected readonly timeZone = computed(() => this.user()?.account?.time_zone ?? 'UTC');
  protected readonly rows = computed(() =>
    this.list.items()?.map((session) => sessionRow(session, this.directory, this.timeZone())),
  );
  protected readonly explanations = computed(() => sessionExplanations(this.filter(), this.timeZone()));
  protected readonly total = computed(() => {
    const total = this.store.total();
    return total && (total.more ? `More than ${counted(total.count, 'session')}` : counted(total.count, 'session'));
  });
  protected readonly shown = computed(() => {
    const total = this.store.total();
    const all = total === undefined ? '' : ` of ${count(total.count)}${total.more ? ' and more' : ''}`;
    return `${count(this.rows()?.length ?? 0)}${all} shown`;
  });

  constructor() {
    void this.directory.load();
    effect(() => {
      const query = this.query();
      untracked(() => void this.store.show(query));
    });
  }

  protected choose(filter: SessionFilter): void {
    void this.router.navigate([], { relativeTo: this.route, queryParams: sessionFilterParams(filter), queryParamsHandling: 'merge' });
  }

  protected clear(): void {
    this.choose(readSessionFilter(new URLSearchParams()));
  }

  protected showMoreDays(): void {
    this.choose(readSessionFilter(new URLSearchParams('period=90d')));
  }
}
