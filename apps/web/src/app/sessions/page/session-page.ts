import { Component, computed, effect, inject, input, untracked, viewChild } from '@angular/core';
import { MatMenuModule } from '@angular/material/menu';
import { Router, RouterLink } from '@angular/router';

import { Directory } from '../../core/directory/directory.js';
import { PageTitle } from '../../core/page-title.js';
import { administers } from '../../core/session/access-guards.js';
import { LogInMark } from '../../core/session/log-in-mark.js';
import { Session } from '../../core/session/session.js';
import type { HoldsChanges } from '../../core/unsaved-changes.js';
import { SessionPsa } from '../../psa/session/session-psa.js';
import { ErrorState } from '../../ui/states/error-state.js';
import { StaleLine } from '../../ui/states/stale-line.js';
import { Icon } from '../../ui/icon.js';
import { SessionListStore } from '../list/session-list-store.js';
import { sessionTitle } from '../session-words.js';
import { SessionActions } from './session-actions.js';
import { SessionDetails } from './session-details.js';
import { SessionSkeleton } from './session-skeleton.js';
import { stepsFrom } from './session-steps.js';
import { SessionStore } from './session-store.js';
import { SessionTimeline } from './session-timeline.js';

/** One session: what happened to it, what is known of it, and what can be done. */
@Component({
  selector: 'fp-session-page',
  imports: [ErrorState, Icon, MatMenuModule, RouterLink, SessionDetails, SessionPsa, SessionSkeleton, SessionTimeline, StaleLine],
  templateUrl: './session-page.html',
  styleUrl: './session-page.css',
  providers: [SessionActions, SessionStore],
  host: { '(window:beforeunload)': 'holdBack($event)' },
})
export class SessionPage implements HoldsChanges {
  /** Of the route. */
  readonly id = input.required<string>();

  protected readonly store = inject(SessionStore);
  protected readonly actions = inject(SessionActions);
  private readonly list = inject(SessionListStore).list;
  private readonly router = inject(Router);
  private readonly logIn = inject(LogInMark);
  private readonly psa = viewChild(SessionPsa);
  /** What was typed for it goes with it. */
  private removed = false;
  private readonly user = inject(Session).user;
  protected readonly timeZone = computed(() => this.user()?.account?.time_zone ?? 'UTC');
  protected readonly mayDelete = computed(() => administers(this.user()));
  protected readonly view = computed(() => {
    const read = this.store.read();
    return read && { ...read, title: sessionTitle(read.session), steps: stepsFrom(read.session.status) };
  });
  /** Back to the list as it was left. */
  protected readonly listParams = Object.fromEntries(
    [...new Set(new URLSearchParams(this.list.query()).keys())].map((name) => [
      name,
      new URLSearchParams(this.list.query()).getAll(name),
    ]),
  );

  constructor() {
    void inject(Directory).load();
    const title = inject(PageTitle);
    effect(() => {
      const id = this.id();
      untracked(() => void this.store.load(id));
    });
    effect(() => title.show(this.view()?.title ?? 'Session'));
  }

  hasChanges(): boolean {
    return !this.removed && (this.psa()?.hasChanges() ?? false);
  }

  /** Not when the log-in has ended: somebody else may be about to use the page. */
  protected holdBack(event: Event): void {
    if (this.hasChanges() && this.logIn.present()) event.preventDefault();
  }

  protected async remove(): Promise<void> {
    const session = this.store.read()?.session;
    if (session !== undefined) await this.actions.remove(session, () => this.leave());
  }

  private async leave(): Promise<void> {
    this.removed = true;
    await this.router.navigate(['/sessions'], { queryParams: this.listParams });
  }
}
