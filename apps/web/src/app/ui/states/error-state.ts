import { Component, computed, input, output } from '@angular/core';

import type { ServerProblem } from '../../core/problem.js';
import { Icon } from '../icon.js';
import { RequestId } from './request-id.js';
import { RetryCountdown } from './retry-countdown.js';

/** A failure in place of content: what failed, what still works, a retry, the request's id. */
@Component({
  selector: 'fp-error-state',
  imports: [Icon, RequestId, RetryCountdown],
  templateUrl: './error-state.html',
  styles: '.request { margin-top: 8px; }',
  host: { class: 'state', role: 'alert' },
})
export class ErrorState {
  readonly heading = input.required<string>();
  readonly problem = input.required<ServerProblem>();
  /** What still works. */
  readonly stillWorks = input('');
  readonly retry = output();

  protected readonly requestId = computed(() => this.problem().requestId);}
