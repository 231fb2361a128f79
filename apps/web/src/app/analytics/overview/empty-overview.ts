import { Clipboard } from '@angular/cdk/clipboard';
import { Component, computed, DOCUMENT, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';

import { PERIOD_DAYS, PERIODS } from '@flowpilot/metrics';

import { Toast } from '../../core/toast.js';
import { counted } from '../../ui/format.js';
import { Icon } from '../../ui/icon.js';
import { ChosenPeriod } from '../period.js';
import { sendSessionCommand } from './first-session.js';

const LONGEST = PERIODS[PERIODS.length - 1];

/** No sessions in the window: a wider window, or the way to the first session. */
@Component({
  selector: 'fp-empty-overview',
  imports: [Icon, RouterLink],
  templateUrl: './empty-overview.html',
  styleUrl: './empty-overview.css',
})
export class EmptyOverview {
  readonly activeFlows = input.required<number>();

  private readonly clipboard = inject(Clipboard);
  private readonly toast = inject(Toast);
  private readonly period = inject(ChosenPeriod).value;
  protected readonly command = sendSessionCommand(inject(DOCUMENT).location.origin);
  protected readonly counted = counted;
  protected readonly days = computed(() => PERIOD_DAYS[this.period()]);
  protected readonly wider = computed(() => (this.period() === LONGEST ? undefined : LONGEST));

  protected copy(): void {
    this.toast.say(this.clipboard.copy(this.command) ? 'Copied' : 'Could not copy');
  }
}
