import { Component, input } from '@angular/core';

import { Icon } from '../../ui/icon.js';
import type { AttentionWords } from '../attention/attention-words.js';

/** In the flow table: that a flow needs attention, and why; an outline where that is doubtful. */
@Component({
  selector: 'fp-needs-attention',
  imports: [Icon],
  template: `
    @for (reason of reasons(); track reason.text) {
      <span class="badge poor" [class.line]="reason.doubtful">
        <fp-icon name="warning" [size]="12" />
        <span><span [class.vh]="reason.doubtful">Needs attention: </span>{{ reason.text }}</span>
      </span>
    }
  `,
  styles: `
    :host { display: inline-flex; flex-wrap: wrap; gap: 4px; }
    @media (max-width: 720px) {
      .badge { height: auto; white-space: normal; padding: 2px 6px; align-items: flex-start; }
      fp-icon { margin-top: 2px; }
    }
  `,
})
export class NeedsAttention {
  readonly reasons = input.required<readonly AttentionWords[]>();
}
