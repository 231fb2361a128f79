import { HttpClient } from '@angular/common/http';
import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { firstValueFrom } from 'rxjs';

import type { PsaActivityDto, PsaActivitySumDto } from '@flowpilot/contracts';

import { Directory } from '../../core/directory/directory.js';
import { engineerName } from '../../core/directory/engineer-name.js';
import { PagedList } from '../../core/list/paged-list.js';
import { Session } from '../../core/session/session.js';
import { dayAndTime } from '../../ui/dates.js';
import { CsvDownload } from '../../ui/download/csv-download.js';
import { Explain } from '../../ui/explain/explain.js';
import { count, counted, hours, MISSING } from '../../ui/format.js';
import { PassesFocus } from '../../ui/passes-focus.js';
import { EmptyState } from '../../ui/states/empty-state.js';
import { ErrorState } from '../../ui/states/error-state.js';
import { ListProblem } from '../../ui/states/list-problem.js';
import { ListSkeleton } from '../../ui/states/list-skeleton.js';
import { StaleLine } from '../../ui/states/stale-line.js';
import { ListChips } from '../list-chips.js';
import { activityExplanations } from './activity-explanations.js';
import { activityChips, activityQuery, readActivityFilter, TYPE_WORDS } from './activity-filter.js';

/** The rows behind the figures of time entries and hours: what reached the PSA. */
@Component({
  selector: 'fp-activity-list-page',
  imports: [CsvDownload, EmptyState, ErrorState, Explain, ListChips, ListProblem, ListSkeleton, PassesFocus, RouterLink, StaleLine],
  templateUrl: './activity-list-page.html',
  styleUrl: './activity-list-page.css',
})
export class ActivityListPage {
  private readonly http = inject(HttpClient);
  private readonly route = inject(ActivatedRoute);
  private readonly directory = inject(Directory);
  private readonly user = inject(Session).user;
  private readonly params = toSignal(this.route.queryParamMap, { initialValue: this.route.snapshot.queryParamMap });
  protected readonly timeZone = computed(() => this.user()?.account?.time_zone ?? 'UTC');
  private readonly filter = computed(() => readActivityFilter(this.params()));
  private readonly query = computed(() => activityQuery(this.filter()));
  private readonly sum = signal<PsaActivitySumDto | undefined>(undefined);

  protected readonly list = new PagedList<PsaActivityDto>('/psa/activities');
  protected readonly chips = computed(() => activityChips(this.filter()));
  protected readonly explanations = computed(() => activityExplanations(this.filter(), this.timeZone()));
  protected readonly csvPath = computed(() => `/psa/activities.csv?${this.query()}`);
  protected readonly total = computed(() => {
    const sum = this.sum();
    const rows = this.filter().type === 'time_entry_posted' ? counted(sum?.count ?? 0, 'time entry', 'time entries') : counted(sum?.count ?? 0, 'activity', 'activities');
    return sum && `${rows}, ${hours(sum.hours_logged)}`;
  });
  protected readonly shown = computed(() => `${count(this.list.items()?.length ?? 0)} of ${count(this.sum()?.count ?? null)} shown`);
  protected readonly rows = computed(() =>
    this.list.items()?.map((activity) => this.row(activity)),
  );

  constructor() {
    void this.directory.load();
    effect(() => {
      const query = this.query();
      untracked(() => void Promise.all([this.list.show(query), this.add(query)]));
    });
  }

  /** A list without its total is still a list. */
  private async add(query: string): Promise<void> {
    this.sum.set(undefined);
    try {
      const sum = await firstValueFrom(this.http.get<PsaActivitySumDto>(`/psa/activities/sum?${query}`));
      if (query === this.query()) this.sum.set(sum);
    } catch {
      this.sum.set(undefined);
    }
  }

  private row({ id, activity_type: type, user_id: userId, ...activity }: PsaActivityDto) {
    return {
      id,
      at: dayAndTime(activity.created_at, this.timeZone()),
      kind: TYPE_WORDS[type],
      engineer: engineerName(userId, this.directory),
      sessionId: activity.session_id,
      ticket: activity.psa_ticket_id ?? MISSING,
      entry: activity.psa_entry_id ?? MISSING,
      hours: hours(activity.hours_logged),
    };
  }
}
