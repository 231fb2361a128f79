import { Component, computed, effect, inject, linkedSignal, signal, untracked } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { firstValueFrom } from 'rxjs';

import type { UnloggedSessionDto, UnloggedTimeEntryDto } from '@flowpilot/contracts';

import { ChosenPeriod } from '../../analytics/period.js';
import { PeriodPicker } from '../../analytics/period-picker.js';
import { PagedList } from '../../core/list/paged-list.js';
import { LogInMark } from '../../core/session/log-in-mark.js';
import { Session } from '../../core/session/session.js';
import type { HoldsChanges } from '../../core/unsaved-changes.js';
import { CsvDownload } from '../../ui/download/csv-download.js';
import { count, counted } from '../../ui/format.js';
import { PassesFocus } from '../../ui/passes-focus.js';
import { EmptyState } from '../../ui/states/empty-state.js';
import { ErrorState } from '../../ui/states/error-state.js';
import { ListProblem } from '../../ui/states/list-problem.js';
import { ListSkeleton } from '../../ui/states/list-skeleton.js';
import { StaleLine } from '../../ui/states/stale-line.js';
import { CheckDialog } from './check-dialog.js';
import { unloggedExplanations } from './unlogged-explanations.js';
import { UnloggedLog } from './unlogged-log.js';
import { type UnloggedRow, unloggedRow } from './unlogged-row.js';
import { UnloggedTable } from './unlogged-table.js';

/** Work that never reached the timesheet, and the way to bring it there, one by one or many at a time. */
@Component({
  selector: 'fp-unlogged-page',
  imports: [CsvDownload, EmptyState, ErrorState, ListProblem, ListSkeleton, PassesFocus, PeriodPicker, RouterLink, StaleLine, UnloggedTable],
  templateUrl: './unlogged-page.html',
  styles: '.acts { display: flex; gap: 8px; align-items: center; }',
  providers: [UnloggedLog],
  host: { '(window:beforeunload)': 'holdBack($event)' },
})
export class UnloggedPage implements HoldsChanges {
  private readonly dialogs = inject(MatDialog);
  private readonly logIn = inject(LogInMark);
  protected readonly log = inject(UnloggedLog);
  protected readonly period = inject(ChosenPeriod);
  private readonly user = inject(Session).user;
  protected readonly timeZone = computed(() => this.user()?.account?.time_zone ?? 'UTC');

  protected readonly list = new PagedList<UnloggedSessionDto>('/psa/unlogged');
  protected readonly csvPath = computed(() => `/psa/unlogged.csv?${this.period.query()}`);
  /** What was typed over the suggestion; undefined where that is no number of hours. */
  private readonly typed = signal<ReadonlyMap<string, number | undefined>>(new Map());
  /** Another window begins with none. */
  private readonly marked = linkedSignal<string, ReadonlySet<string>>({ source: this.period.query, computation: () => new Set() });
  protected readonly rows = computed(() => this.list.items()?.map((session) => this.row(session)));
  protected readonly explanations = computed(() => unloggedExplanations(this.period.window(), this.timeZone()));
  protected readonly chosen = computed(() => this.rows()?.filter(({ selected }) => selected) ?? []);
  protected readonly shown = computed(() => {
    const rows = this.rows()?.length;
    if (rows === undefined) return '';
    return this.list.hasMore() ? `The latest ${count(rows)} shown` : counted(rows, 'session');
  });

  constructor() {
    effect(() => {
      const query = this.period.query();
      untracked(() => void this.show(query));
    });
  }

  /** Hours that were corrected and never asked for, in whichever window. */
  hasChanges(): boolean {
    return [...this.typed().keys()].some((id) => !this.log.isAsked(id));
  }

  /** Not when the log-in has ended: somebody else may be about to use the page. */
  protected holdBack(event: Event): void {
    if (this.hasChanges() && this.logIn.present()) event.preventDefault();
  }

  protected setHours({ id, hours }: { id: string; hours: number | undefined }): void {
    const suggested = this.list.items()?.find(({ session_id: listed }) => listed === id)?.suggested_hours;
    this.typed.update((before) => {
      const typed = new Map(before).set(id, hours);
      if (hours === suggested) typed.delete(id);
      return typed;
    });
  }

  protected select({ ids, on }: { ids: readonly string[]; on: boolean }): void {
    this.marked.update((marked) => new Set(on ? [...marked, ...ids] : [...marked].filter((id) => !ids.includes(id))));
  }

  protected async logOne({ id, hours }: UnloggedRow): Promise<void> {
    if (hours !== undefined) await this.log.send([{ session_id: id, hours }]);
  }

  protected async logChosen(): Promise<void> {
    const rows = this.chosen();
    if (rows.length === 0 || this.log.busy()) return;
    const dialog = this.dialogs.open<CheckDialog, readonly UnloggedRow[], UnloggedTimeEntryDto[]>(CheckDialog, { data: rows, width: '600px' });
    const entries = await firstValueFrom(dialog.afterClosed());
    if (entries === undefined) return;
    for (const { session_id: id, hours } of entries) this.setHours({ id, hours });
    await this.log.send(entries);
    this.select({ ids: rows.map(({ id }) => id), on: false });
  }

  private async show(query: string): Promise<void> {
    await this.list.show(query);
    if (this.list.items()?.some(({ open_push_id: open }) => open !== null)) await this.log.look();
  }

  private row(session: UnloggedSessionDto): UnloggedRow {
    const id = session.session_id;
    const typed = this.typed();
    return unloggedRow(
      session,
      {
        hours: typed.has(id) ? typed.get(id) : session.suggested_hours,
        selected: this.marked().has(id),
        sending: this.log.isSending(id),
        push: this.log.pushOf(session),
        refused: this.log.refusalOf(id),
      },
      this.timeZone(),
    );
  }
}
