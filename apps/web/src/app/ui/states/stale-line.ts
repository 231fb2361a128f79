import { Component, computed, input, output } from '@angular/core';

import { timeOfDay } from '../dates.js';
import { Icon } from '../icon.js';

/** Old figures that could not be refreshed: says from when they are, and offers to try again. */
@Component({
  selector: 'fp-stale-line',
  imports: [Icon],
  template: `
    <fp-icon name="clock" />
    <span>Could not refresh. These figures are from {{ time() }}.</span>
    <button class="link end nowrap" type="button" (click)="retry.emit()">Try again</button>
  `,
  host: { class: 'banner fair', role: 'status' },
})
export class StaleLine {
  readonly since = input.required<Date>();
  readonly timeZone = input.required<string>();
  readonly retry = output();

  protected readonly time = computed(() => timeOfDay(this.since(), this.timeZone()));
}
