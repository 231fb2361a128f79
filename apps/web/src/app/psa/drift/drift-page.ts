import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';

import type { PsaDriftDto, PsaDriftEntryDto } from '@flowpilot/contracts';

import { ChosenPeriod } from '../../analytics/period.js';
import { PeriodPicker } from '../../analytics/period-picker.js';
import { PagedList } from '../../core/list/paged-list.js';
import { Session } from '../../core/session/session.js';
import { dayAndTime } from '../../ui/dates.js';
import { CsvDownload } from '../../ui/download/csv-download.js';
import { Explain } from '../../ui/explain/explain.js';
import { count, counted, signedHours } from '../../ui/format.js';
import { PassesFocus } from '../../ui/passes-focus.js';
import { EmptyState } from '../../ui/states/empty-state.js';
import { ErrorState } from '../../ui/states/error-state.js';
import { ListProblem } from '../../ui/states/list-problem.js';
import { ListSkeleton } from '../../ui/states/list-skeleton.js';
import { StaleLine } from '../../ui/states/stale-line.js';
import { driftExplanations } from './drift-explanations.js';
import { driftRow } from './drift-row.js';

/** The time entries that were changed or deleted in the PSA after they were pushed. */
@Component({
  selector: 'fp-drift-page',
  imports: [CsvDownload, EmptyState, ErrorState, Explain, ListProblem, ListSkeleton, PassesFocus, PeriodPicker, RouterLink, StaleLine],
  templateUrl: './drift-page.html',
  styleUrl: './drift-page.css',
})
export class DriftPage {
  protected readonly period = inject(ChosenPeriod);
  private readonly user = inject(Session).user;
  protected readonly timeZone = computed(() => this.user()?.account?.time_zone ?? 'UTC');

  protected readonly list = new PagedList<PsaDriftEntryDto>('/psa/drift/entries');
  private readonly totals = httpResource<PsaDriftDto>(() => `/psa/drift?${this.period.query()}`);
  protected readonly csvPath = computed(() => `/psa/drift/entries.csv?${this.period.query()}`);
  protected readonly rows = computed(() => this.list.items()?.map((entry) => driftRow(entry, this.timeZone())));
  protected readonly explanations = computed(() => driftExplanations(this.period.window(), this.timeZone()));
  /** A list without its totals is still a list. */
  protected readonly sums = computed(() => {
    if (!this.totals.hasValue()) return undefined;
    const { pushed_hours: pushed, present_hours: present, reconciled_at: at } = this.totals.value();
    return {
      difference: signedHours(present - pushed),
      read: at === null ? 'The PSA was not read yet: this happens every night.' : `As the PSA was read ${dayAndTime(at, this.timeZone())}.`,
    };
  });
  protected readonly shown = computed(() => {
    const rows = this.rows()?.length;
    if (rows === undefined) return '';
    return this.list.hasMore() ? `The latest ${count(rows)} shown` : counted(rows, 'entry', 'entries');
  });

  constructor() {
    effect(() => {
      const query = this.period.query();
      untracked(() => void this.list.show(query));
    });
  }
}
