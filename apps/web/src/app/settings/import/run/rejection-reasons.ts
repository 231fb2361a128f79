import { Component, computed, input } from '@angular/core';

import type { ImportDto } from '@flowpilot/contracts';

import { count } from '../../../ui/format.js';
import { Icon } from '../../../ui/icon.js';

/** How many rows were rejected, and mostly why. */
@Component({
  selector: 'fp-rejection-reasons',
  imports: [Icon],
  template: `
    <p class="total" [class.poor]="import().rejected > 0">
      @if (import().rejected > 0) {
        <fp-icon name="warning" />
      }
      <span>Rejected</span><b>{{ total() }}</b>
    </p>
    @if (reasons().length > 0) {
      <ul aria-label="Reasons">
        @for (reason of reasons(); track reason.text) {
          <li><span>{{ reason.text }}</span><span>{{ reason.count }}</span></li>
        }
      </ul>
    }
  `,
  styleUrl: './rejection-reasons.css',
})
export class RejectionReasons {
  readonly import = input.required<ImportDto>();

  protected readonly total = computed(() => count(this.import().rejected));
  protected readonly reasons = computed(() => {
    const { reasons, rejected } = this.import();
    const shown = reasons.map(({ reason, count: times }) => ({ text: sentence(reason), count: count(times) }));
    const others = rejected - reasons.reduce((sum, { count: times }) => sum + times, 0);
    return others > 0 && shown.length > 0 ? [...shown, { text: 'Other reasons', count: count(others) }] : shown;
  });
}

/** `unknown status "Parked" in State` → `Unknown status "Parked" in State` */
function sentence(reason: string): string {
  return reason.charAt(0).toUpperCase() + reason.slice(1);
}
