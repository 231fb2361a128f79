import { Component, input, output } from '@angular/core';

import type { ServerProblem } from '../../core/problem.js';
import { RequestId } from './request-id.js';
import { RetryCountdown } from './retry-countdown.js';

/** Below a list that stands: why it could not be read further or anew, when that is tried again, and the way to do so now. */
@Component({
  selector: 'fp-list-problem',
  imports: [RequestId, RetryCountdown],
  template: `
    {{ problem().detail }}
    @if (problem().retryAt; as at) {
      <fp-retry-countdown [at]="at" />
    }
    <button class="link" type="button" (click)="retry.emit()">Try again</button>
    @if (problem().requestId; as id) {
      <fp-request-id class="faint" [id]="id" />
    }
  `,
  host: { class: 'poor', role: 'alert' },
})
export class ListProblem {
  readonly problem = input.required<ServerProblem>();
  readonly retry = output();
}
