import { Component, inject, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';

import type { HoldsChanges } from '../../core/unsaved-changes.js';
import { ErrorState } from '../../ui/states/error-state.js';
import { ConnectionForm } from './connection-form.js';
import { ConnectionSkeleton } from './connection-skeleton.js';
import { ConnectionStore } from './connection-store.js';
import { PeopleMembers } from './people-members.js';

/** The connection to the PSA, and who of the account is whom there. */
@Component({
  selector: 'fp-psa-page',
  imports: [ConnectionForm, ConnectionSkeleton, ErrorState, PeopleMembers, RouterLink],
  providers: [ConnectionStore],
  template: `
    @if (store.connection() !== undefined) {
      <fp-connection-form [connection]="store.connection() ?? null" [members]="store.members()" (stored)="store.connection.set($event)" />
      @if (store.connection()?.capabilities?.members) {
        <fp-people-members [members]="store.members()" [problem]="store.membersProblem()" (retry)="store.reloadMembers()" />
      }
      @if (store.connection()) {
        <p class="small muted">What is sent, what failed and why: <a routerLink="/psa/pushes">Pushes</a>. Work without a time entry: <a routerLink="/psa/unlogged">Unlogged work</a>.</p>
      }
    } @else if (store.problem(); as problem) {
      <section class="card">
        <fp-error-state heading="Could not load the PSA connection" [problem]="problem" stillWorks="Nothing was changed." (retry)="store.reload()" />
      </section>
    } @else {
      <fp-connection-skeleton />
    }
  `,
  styles: ':host { display: contents; }',
  host: { '(window:beforeunload)': 'holdBack($event)' },
})
export class PsaPage implements HoldsChanges {
  protected readonly store = inject(ConnectionStore);
  private readonly form = viewChild(ConnectionForm);

  hasChanges(): boolean {
    return this.form()?.hasChanges() ?? false;
  }

  protected holdBack(event: BeforeUnloadEvent): void {
    if (this.hasChanges()) event.preventDefault();
  }
}
