import { Component, input } from '@angular/core';
import type { Rating } from '@flowpilot/metrics';

import { RatingGlyph } from '../../ui/rating-cell/rating-glyph.js';

/** A quality score as a bar, with its rating's shape before and its figure behind; an outline on insufficient evidence. */
@Component({
  selector: 'fp-quality-bar',
  imports: [RatingGlyph],
  template: `
    <fp-rating-glyph [rating]="rating()" />
    <i class="track"><i class="length" [style.width.%]="score() * 100"></i></i>
    <b>{{ text() }}</b>
    <span class="vh">{{ rating() }}{{ doubtful() ? ', too few to be sure' : '' }}</span>
  `,
  styleUrl: './quality-bar.css',
  host: { '[class]': 'rating()', '[class.doubtful]': 'doubtful()' },
})
export class QualityBar {
  /** 0 to 1. */
  readonly score = input.required<number>();
  /** As it is written. */
  readonly text = input.required<string>();
  readonly rating = input.required<Rating>();
  /** Too few closed sessions to be sure. */
  readonly doubtful = input.required<boolean>();
}
