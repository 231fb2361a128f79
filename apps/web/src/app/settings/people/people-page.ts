import { Component, computed, inject } from '@angular/core';

import type { UserDto } from '@flowpilot/contracts';

import { FileDownload } from '../../core/file-download.js';
import { Session } from '../../core/session/session.js';
import { Card } from '../../ui/card/card.js';
import { DownloadButton } from '../../ui/download/download-button.js';
import { counted } from '../../ui/format.js';
import { ErrorState } from '../../ui/states/error-state.js';
import { StaleLine } from '../../ui/states/stale-line.js';
import { rowsCsv } from '../../ui/table/csv-text.js';
import { ListSkeleton } from '../list-skeleton.js';
import { wholeList } from '../whole-list.js';
import { PeopleTable } from './people-table.js';
import { PersonActions } from './person-actions.js';
import { inOrder, personRow } from './person-row.js';

/** Who works with the product, and may what. */
@Component({
  selector: 'fp-people-page',
  imports: [Card, DownloadButton, ErrorState, ListSkeleton, PeopleTable, StaleLine],
  providers: [PersonActions],
  template: `
    @if (rows(); as rows) {
      @if (people.problem() && people.readAt(); as since) {
        <fp-stale-line what="This list is" [requestId]="people.problem()?.requestId" [since]="since" [timeZone]="timeZone()" (retry)="people.load()" />
      }
      <fp-card heading="People">
        <span cardNote class="note">{{ summary() }}</span>
        <ng-container cardActions>
          <fp-download-button label="Download the people as CSV" (pressed)="save()" />
          <button class="btn primary sm" type="button" (click)="actions.inviteNew(reload)">Invite a person</button>
        </ng-container>
        <fp-people-table [rows]="rows" (edit)="actions.edit($event, reload)" (invite)="actions.invite($event, reload)" (setActive)="actions.setActive($event, reload)" />
      </fp-card>
    } @else if (people.problem(); as problem) {
      <fp-card heading="People">
        <fp-error-state heading="Could not load the people" [problem]="problem" (retry)="people.load()" />
      </fp-card>
    } @else {
      <fp-list-skeleton what="the people" [rows]="6" />
    }
  `,
  styles: ':host { display: contents; }',
})
export class PeoplePage {
  private readonly viewer = inject(Session).user;
  private readonly download = inject(FileDownload);
  protected readonly actions = inject(PersonActions);
  protected readonly people = wholeList<UserDto>('/users');
  protected readonly timeZone = computed(() => this.viewer()?.account?.time_zone ?? 'UTC');
  private readonly ordered = computed(() => inOrder(this.people.items() ?? []));
  protected readonly rows = computed(() => {
    const viewer = this.viewer();
    if (!this.people.items() || !viewer) return undefined;
    return this.ordered().map((user) => personRow(user, viewer, this.timeZone(), new Date()));
  });
  protected readonly summary = computed(() => counted(this.people.items()?.length ?? 0, 'person', 'people'));

  protected readonly reload = () => this.people.load();

  /** As they stand in the table. */
  protected save(): void {
    this.download.hand(rowsCsv(this.ordered()), 'users.csv');
  }
}
