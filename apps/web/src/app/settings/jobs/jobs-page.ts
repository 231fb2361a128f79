import { Component, computed, inject } from '@angular/core';

import { Session } from '../../core/session/session.js';
import { Card } from '../../ui/card/card.js';
import { ErrorState } from '../../ui/states/error-state.js';
import { StaleLine } from '../../ui/states/stale-line.js';
import { ListSkeleton } from '../list-skeleton.js';
import { JobCard } from './job-card.js';
import { jobView } from './job-view.js';
import { JobsStore } from './jobs-store.js';

/** What the server does by itself for this account, and how it went. */
@Component({
  selector: 'fp-jobs-page',
  imports: [Card, ErrorState, JobCard, ListSkeleton, StaleLine],
  providers: [JobsStore],
  template: `
    @if (jobs(); as jobs) {
      @if (store.problem() && store.readAt(); as since) {
        <fp-stale-line what="These runs are" [requestId]="store.problem()?.requestId" [since]="since" [timeZone]="timeZone()" (retry)="store.load()" />
      }
      @for (job of jobs; track job.name) {
        <fp-job-card [job]="job" (run)="store.run(job.name)" />
      }
    } @else if (store.problem(); as problem) {
      <fp-card heading="Jobs">
        <fp-error-state heading="Could not load the jobs" [problem]="problem" stillWorks="They run all the same." (retry)="store.load()" />
      </fp-card>
    } @else {
      @for (card of [1, 2, 3]; track card) {
        <fp-list-skeleton what="the jobs" [rows]="2" />
      }
    }
  `,
  styles: ':host { display: contents; }',
})
export class JobsPage {
  private readonly user = inject(Session).user;
  protected readonly store = inject(JobsStore);
  protected readonly timeZone = computed(() => this.user()?.account?.time_zone ?? 'UTC');
  protected readonly jobs = computed(() => this.store.jobs()?.map((job) => jobView(job, this.timeZone())));

  constructor() {
    void this.store.load();
  }
}
