import { Component, computed, effect, inject, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';

import type { PsaPushDto } from '@flowpilot/contracts';

import { PagedList } from '../../core/list/paged-list.js';
import { Session } from '../../core/session/session.js';
import { CsvDownload } from '../../ui/download/csv-download.js';
import { count, counted } from '../../ui/format.js';
import { Icon } from '../../ui/icon.js';
import { PassesFocus } from '../../ui/passes-focus.js';
import { EmptyState } from '../../ui/states/empty-state.js';
import { ErrorState } from '../../ui/states/error-state.js';
import { ListProblem } from '../../ui/states/list-problem.js';
import { ListSkeleton } from '../../ui/states/list-skeleton.js';
import { StaleLine } from '../../ui/states/stale-line.js';
import { awaited } from '../awaited.js';
import { lookWhile } from '../look-while.js';
import { PushMending } from '../push-mending.js';
import { pushExplanations } from './push-explanations.js';
import { pushQuery, readPushFilter } from './push-filter.js';
import { PushFilterBar } from './push-filter-bar.js';
import { pushRow } from './push-row.js';
import { PushTable } from './push-table.js';

/** What is on its way to the PSA, what did not get through and why, and the way to mend it. The filter lives in the address. */
@Component({
  selector: 'fp-push-monitor-page',
  imports: [CsvDownload, EmptyState, ErrorState, Icon, ListProblem, ListSkeleton, PassesFocus, PushFilterBar, PushTable, RouterLink, StaleLine],
  templateUrl: './push-monitor-page.html',
})
export class PushMonitorPage {
  private readonly mending = inject(PushMending);
  private readonly route = inject(ActivatedRoute);
  private readonly user = inject(Session).user;
  private readonly params = toSignal(this.route.queryParamMap, { initialValue: this.route.snapshot.queryParamMap });
  protected readonly filter = computed(() => readPushFilter(this.params()));
  private readonly query = computed(() => pushQuery(this.filter()));
  protected readonly timeZone = computed(() => this.user()?.account?.time_zone ?? 'UTC');

  protected readonly list = new PagedList<PsaPushDto>('/psa/pushes');
  protected readonly csvPath = computed(() => `/psa/pushes.csv?${this.query()}`);
  protected readonly filtered = computed(() => this.query() !== '');
  protected readonly rows = computed(() => this.list.items()?.map((push) => pushRow(push, this.timeZone())));
  protected readonly explanations = computed(() => pushExplanations(this.filter().window, this.timeZone()));
  protected readonly someFailed = computed(() => this.list.items()?.some(({ state }) => state === 'failed') ?? false);
  protected readonly shown = computed(() => {
    const rows = this.rows()?.length;
    if (rows === undefined) return '';
    return this.list.hasMore() ? `The latest ${count(rows)} shown` : counted(rows, 'push', 'pushes');
  });

  constructor() {
    effect(() => {
      const query = this.query();
      untracked(() => void this.list.show(query));
    });
    lookWhile(
      () => awaited(this.list.items() ?? []),
      () => this.list.reload(),
    );
  }

  protected async retry(push: PsaPushDto): Promise<void> {
    if (await this.mending.retry(push, () => void this.retry(push))) await this.list.reload();
  }

  protected async retryAll(): Promise<void> {
    if (await this.mending.retryAll(() => void this.retryAll())) await this.list.reload();
  }

  protected async dismiss(push: PsaPushDto): Promise<void> {
    if (await this.mending.dismiss(push)) await this.list.reload();
  }
}
