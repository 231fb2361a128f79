import { Component, computed, input } from '@angular/core';
import type { Evidence, Rating } from '@flowpilot/metrics';

import { counted } from '../format.js';
import { RatingGlyph } from './rating-glyph.js';

/**
 * A judged figure: shape and tint for the rating, the figure on the right. On insufficient evidence the tint is only
 * an outline and the number of sessions stands beside it. Without a rating, the figure alone.
 */
@Component({
  selector: 'fp-rating-cell',
  imports: [RatingGlyph],
  template: `
    @if (rating(); as rating) {
      <fp-rating-glyph [rating]="rating" />
      <span class="vh">{{ rating }}{{ thin() ? ', too few to be sure' : '' }}</span>
      @if (thin()) {
        <span class="of"><span class="long">{{ ofSessions() }}</span><span class="short">of {{ sessions() }}</span></span>
      }
    }
    <span class="v">{{ value() }}</span>
  `,
  styleUrl: './rating-cell.css',
  host: { '[class]': 'rating() ?? "none"', '[class.thin]': 'thin()' },
})
export class RatingCell {
  /** As it is written. */
  readonly value = input.required<string>();
  readonly rating = input.required<Rating | null>();
  readonly evidence = input<Evidence>('sufficient');
  /** Shown where the evidence is insufficient. */
  readonly sessions = input(0);

  protected readonly thin = computed(() => this.rating() !== null && this.evidence() === 'insufficient');
  protected readonly ofSessions = computed(() => counted(this.sessions(), 'session'));
}
