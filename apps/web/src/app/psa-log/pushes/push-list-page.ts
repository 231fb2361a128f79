import { Component, computed, effect, inject, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';

import type { PsaPushDto } from '@flowpilot/contracts';

import { PagedList } from '../../core/list/paged-list.js';
import { Session } from '../../core/session/session.js';
import { dayAndTime } from '../../ui/dates.js';
import { CsvDownload } from '../../ui/download/csv-download.js';
import { count, counted, MISSING } from '../../ui/format.js';
import { EmptyState } from '../../ui/states/empty-state.js';
import { ErrorState } from '../../ui/states/error-state.js';
import { ListSkeleton } from '../../ui/states/list-skeleton.js';
import { ListChips } from '../list-chips.js';
import { KIND_WORDS, pushChips, pushQuery, readPushFilter, STATE_WORDS } from './push-filter.js';

/** The rows behind the figures of failed and pending pushes. */
@Component({
  selector: 'fp-push-list-page',
  imports: [CsvDownload, EmptyState, ErrorState, ListChips, ListSkeleton, RouterLink],
  templateUrl: './push-list-page.html',
  styles: `
    main:focus { outline: 0; }
    tbody th { font-weight: 400; }
    .why { white-space: normal; min-width: 220px; }
  `,
})
export class PushListPage {
  private readonly route = inject(ActivatedRoute);
  private readonly user = inject(Session).user;
  private readonly params = toSignal(this.route.queryParamMap, { initialValue: this.route.snapshot.queryParamMap });
  private readonly filter = computed(() => readPushFilter(this.params()));
  private readonly query = computed(() => pushQuery(this.filter()));

  protected readonly list = new PagedList<PsaPushDto>('/psa/pushes');
  protected readonly chips = computed(() => pushChips(this.filter()));
  protected readonly csvPath = computed(() => `/psa/pushes.csv?${this.query()}`);
  protected readonly rows = computed(() => this.list.items()?.map((push) => this.row(push)));
  protected readonly shown = computed(() => {
    const rows = this.list.items()?.length ?? 0;
    return this.list.hasMore() ? `The latest ${count(rows)} shown` : counted(rows, 'push', 'pushes');
  });

  constructor() {
    effect(() => {
      const query = this.query();
      untracked(() => void this.list.show(query));
    });
  }

  private row({ id, kind, state, ...push }: PsaPushDto) {
    return {
      id,
      at: dayAndTime(push.created_at, this.user()?.account?.time_zone ?? 'UTC'),
      kind: KIND_WORDS[kind],
      state: STATE_WORDS[state],
      failed: state === 'failed',
      sessionId: push.session_id,
      ticket: push.psa_ticket_id ?? MISSING,
      attempts: count(push.attempts),
      why: push.last_error ?? MISSING,
    };
  }
}
