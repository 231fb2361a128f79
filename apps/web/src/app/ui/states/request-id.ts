import { Clipboard } from '@angular/cdk/clipboard';
import { Component, inject, input } from '@angular/core';

import { Icon } from '../icon.js';

/** The id of a failed request, to be copied into a report. */
@Component({
  selector: 'fp-request-id',
  imports: [Icon],
  template: `
    Request <span class="mono">{{ id() }}</span>
    <button class="icon-btn copy" type="button" aria-label="Copy request id" (click)="copy()"><fp-icon name="copy" /></button>
  `,
  styles: ':host { overflow-wrap: anywhere; } .copy { width: 24px; height: 24px; vertical-align: middle; color: inherit; }',
})
export class RequestId {
  readonly id = input.required<string>();

  private readonly clipboard = inject(Clipboard);

  protected copy(): void {
    this.clipboard.copy(this.id());
  }
}
