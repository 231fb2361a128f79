import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';

import type { CountDto } from '@flowpilot/contracts';
import { type Period, PERIOD_DAYS } from '@flowpilot/metrics';

import { counted } from '../../ui/format.js';
import { EmptyState } from '../../ui/states/empty-state.js';
import { windowParams } from '../../ui/window/chosen-window.js';
import { ChosenPeriod } from '../period.js';
import { FirstRun } from './first-run.js';

const LONGEST: Period = '90d';

/** No sessions in the window: a wider window, or in an account without any the way to the first one. */
@Component({
  selector: 'fp-empty-overview',
  imports: [EmptyState, FirstRun, RouterLink],
  templateUrl: './empty-overview.html',
})
export class EmptyOverview {
  readonly activeFlows = input.required<number>();

  private readonly all = httpResource<CountDto>(() => '/sessions/count?lifetime=true');
  /** Sessions of the account at any time; undefined until that is known. */
  protected readonly ever = computed(() => (this.all.hasValue() ? this.all.value().count : undefined));
  private readonly more = computed(() => this.all.hasValue() && this.all.value().more);
  protected readonly days = inject(ChosenPeriod).days;
  protected readonly wider = computed(() => (this.days() < PERIOD_DAYS[LONGEST] ? windowParams({ period: LONGEST }) : undefined));
  protected readonly before = computed(() => {
    const ever = this.ever();
    return ever === undefined ? '' : `The account has ${this.more() ? 'more than ' : ''}${counted(ever, 'session')}, all from before.`;
  });
}
