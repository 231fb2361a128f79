import { Component, input } from '@angular/core';

import type { ServerProblem } from '../../core/problem.js';
import { RetryCountdown } from './retry-countdown.js';

/** Below a list that stands: why it could not be read further or anew, and when that is tried again. */
@Component({
  selector: 'fp-list-problem',
  imports: [RetryCountdown],
  template: `
    {{ problem().detail }}
    @if (problem().retryAt; as at) {
      <fp-retry-countdown [at]="at" />
    }
  `,
  host: { class: 'poor', role: 'alert' },
})
export class ListProblem {
  readonly problem = input.required<ServerProblem>();
}
