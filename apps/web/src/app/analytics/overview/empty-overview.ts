import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';

import type { CountDto, WindowDto } from '@flowpilot/contracts';
import { type Period, PERIOD_DAYS } from '@flowpilot/metrics';

import { toProblem } from '../../core/problem.js';
import { retryLater } from '../../core/retry-later.js';
import { endsNow } from '../../ui/dates.js';
import { counted } from '../../ui/format.js';
import { EmptyState } from '../../ui/states/empty-state.js';
import { ErrorState } from '../../ui/states/error-state.js';
import { windowParams } from '../../ui/window/chosen-window.js';
import { ChosenPeriod } from '../period.js';
import { FirstRun } from './first-run.js';
import { OverviewSkeleton } from './overview-skeleton.js';

const LONGEST: Period = '90d';

/** No sessions in the window: a wider window, or in an account without any the way to the first one. */
@Component({
  selector: 'fp-empty-overview',
  imports: [EmptyState, ErrorState, FirstRun, OverviewSkeleton, RouterLink],
  templateUrl: './empty-overview.html',
  styles: ':host { display: grid; gap: inherit; grid-template-columns: minmax(0, 1fr); }',
})
export class EmptyOverview {
  readonly activeFlows = input.required<number>();
  /** That has none. */
  readonly window = input.required<WindowDto>();

  protected readonly all = httpResource<CountDto>(() => '/sessions/count?lifetime=true');
  /** Sessions of the account at any time; undefined until that is known. */
  protected readonly ever = computed(() => (this.all.hasValue() ? this.all.value().count : undefined));
  protected readonly problem = computed(() => {
    const error = this.all.error();
    return error && toProblem(error);
  });
  private readonly more = computed(() => this.all.hasValue() && this.all.value().more);
  protected readonly days = inject(ChosenPeriod).days;
  protected readonly wider = computed(() => (this.days() < PERIOD_DAYS[LONGEST] ? windowParams({ period: LONGEST }) : undefined));
  /** Sessions may follow days that are over. */
  protected readonly elsewhere = computed(() => {
    const ever = this.ever();
    const { to, time_zone: zone } = this.window();
    const when = endsNow(to, zone) ? 'all from before' : 'all outside these days';
    return ever === undefined ? '' : `The account has ${this.more() ? 'more than ' : ''}${counted(ever, 'session')}, ${when}.`;
  });

  constructor() {
    retryLater(this.problem, () => this.all.reload());
  }
}
