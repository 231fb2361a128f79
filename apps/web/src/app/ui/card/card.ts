import { Component, input } from '@angular/core';

import { Explain } from '../explain/explain.js';
import type { Explanation } from '../explain/explanation.js';

let made = 0;

/**
 * A bordered surface with a title row. Slots: `cardNote` beside the title, `cardActions` at the end of the row;
 * the rest is the body (`.card-body` for text and charts, a bare table, `.card-foot` last).
 */
@Component({
  selector: 'fp-card',
  imports: [Explain],
  template: `
    <div class="card-head">
      <h2 [id]="headingId">
        @if (explanation(); as given) {
          <fp-explain [label]="heading()" [explanation]="given" />
        } @else {
          {{ heading() }}
        }
      </h2>
      <ng-content select="[cardNote]" />
      <div class="end"><ng-content select="[cardActions]" /></div>
    </div>
    <ng-content />
  `,
  host: { class: 'card', role: 'region', '[attr.aria-labelledby]': 'headingId' },
})
export class Card {
  readonly heading = input.required<string>();
  readonly explanation = input<Explanation>();

  protected readonly headingId = `card-${(made += 1).toString()}`;
}
