import { Component, computed, input, output } from '@angular/core';

import { timeOfDay } from '../dates.js';
import { Icon } from '../icon.js';
import { RequestId } from './request-id.js';

/** What is shown could not be refreshed: says from when it is, and offers to try again. */
@Component({
  selector: 'fp-stale-line',
  imports: [Icon, RequestId],
  template: `
    <fp-icon name="clock" />
    <span>
      Could not refresh. {{ what() }} from {{ time() }}.
      @if (requestId(); as id) {
        <fp-request-id class="small" [id]="id" />
      }
    </span>
    <button class="link end nowrap" type="button" (click)="retry.emit()">Try again</button>
  `,
  host: { class: 'banner fair', role: 'status' },
})
export class StaleLine {
  readonly since = input.required<Date>();
  readonly timeZone = input.required<string>();
  /** Of what is shown, with its verb. */
  readonly what = input('These figures are');
  /** Of the refresh that failed, where the server gave it one. */
  readonly requestId = input<string>();
  readonly retry = output();

  protected readonly time = computed(() => timeOfDay(this.since(), this.timeZone()));
}
