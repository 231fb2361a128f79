import { Component, computed, input } from '@angular/core';
import type { Rating } from '@flowpilot/metrics';

/** Circle, diamond, triangle on an 8 by 8 grid: a rating is told by its shape as well as by its colour. */
const SHAPES: Record<Rating, string> = {
  good: 'M.5 4a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0z',
  fair: 'M4 0l4 4-4 4-4-4z',
  poor: 'M0 .8h8L4 7.6z',
};

@Component({
  selector: 'fp-rating-glyph',
  template: `<svg viewBox="0 0 8 8" aria-hidden="true"><path [attr.d]="shape()" /></svg>`,
  styles: ':host { display: inline-grid; flex: none; } svg { width: 8px; height: 8px; fill: currentColor; }',
})
export class RatingGlyph {
  readonly rating = input.required<Rating>();

  protected readonly shape = computed(() => SHAPES[this.rating()]);
}
