import { Clipboard } from '@angular/cdk/clipboard';
import { Component, computed, DOCUMENT, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';

import { type Period, PERIOD_DAYS } from '@flowpilot/metrics';

import { Toast } from '../../core/toast.js';
import { counted } from '../../ui/format.js';
import { Icon } from '../../ui/icon.js';
import { windowParams } from '../../ui/window/chosen-window.js';
import { ChosenPeriod } from '../period.js';
import { sendSessionCommand } from './first-session.js';

const LONGEST: Period = '90d';

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
  protected readonly command = sendSessionCommand(inject(DOCUMENT).location.origin);
  protected readonly counted = counted;
  protected readonly days = inject(ChosenPeriod).days;
  protected readonly wider = computed(() => (this.days() < PERIOD_DAYS[LONGEST] ? windowParams({ period: LONGEST }) : undefined));

  protected copy(): void {
    this.toast.say(this.clipboard.copy(this.command) ? 'Copied' : 'Could not copy');
  }
}
