import { Clipboard } from '@angular/cdk/clipboard';
import { Component, computed, inject, input, output } from '@angular/core';

import type { ServerProblem } from '../../core/problem.js';
import { Icon } from '../icon.js';
import { RetryCountdown } from './retry-countdown.js';

/** A failure in place of content: what failed, what still works, a retry, the request's id. */
@Component({
  selector: 'fp-error-state',
  imports: [Icon, RetryCountdown],
  templateUrl: './error-state.html',
  styles: '.copy { width: 24px; height: 24px; vertical-align: middle; } .request { margin-top: 8px; }',
  host: { class: 'state', role: 'alert' },
})
export class ErrorState {
  readonly heading = input.required<string>();
  readonly problem = input.required<ServerProblem>();
  /** What still works. */
  readonly stillWorks = input('');
  readonly retry = output();

  protected readonly requestId = computed(() => this.problem().requestId);
  private readonly clipboard = inject(Clipboard);

  protected copy(text: string): void {
    this.clipboard.copy(text);
  }
}
