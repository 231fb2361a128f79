import { Component, input } from '@angular/core';
import { RATINGS } from '@flowpilot/metrics';

import { RatingGlyph } from './rating-glyph.js';

/** What the shapes and tints of rating cells mean. */
@Component({
  selector: 'fp-rating-legend',
  imports: [RatingGlyph],
  template: `
    @for (rating of ratings; track rating) {
      <span><i class="key" [class]="rating"><fp-rating-glyph [rating]="rating" /></i><span class="name">{{ rating }}</span></span>
    }
    <span><i class="key thin"></i>Outlined: under {{ minSample() }} closed, too few to be sure</span>
  `,
  styles: `
    .key { display: inline-grid; place-items: center; width: 18px; height: 16px; border-radius: 3px; }
    .good { background: var(--good-tint); }
    .fair { background: var(--fair-tint); }
    .poor { background: var(--poor-tint); }
    .thin { box-shadow: inset 0 0 0 1px var(--fg-muted); }
    .name { text-transform: capitalize; }
  `,
  host: { class: 'legend' },
})
export class RatingLegend {
  /** The account's: closed sessions that a rating needs to be sure. */
  readonly minSample = input.required<number>();

  protected readonly ratings = RATINGS;
}
