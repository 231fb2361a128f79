import { Component, input } from '@angular/core';

import { Skeleton } from './skeleton.js';

/** The weekly rhythm of a bar chart, in percent of its height. */
const BARS = [40, 58, 64, 52, 70, 22, 14, 66, 74, 60, 72, 48, 20, 16, 62, 70, 58, 66, 80, 24, 18, 72, 64, 76];

/** A bar chart to come, of the same height. */
@Component({
  selector: 'fp-skeleton-bars',
  imports: [Skeleton],
  template: `
    @for (bar of bars; track $index) {
      <fp-skeleton [height]="bar + '%'" />
    }
  `,
  styles: `
    :host { display: flex; align-items: flex-end; gap: 10px; border-bottom: 1px solid var(--border); }
    fp-skeleton { flex: 1; border-radius: 0; }
    @media (max-width: 720px) { :host { gap: 4px; } }
  `,
  host: { 'aria-hidden': 'true', '[style.height]': 'height()' },
})
export class SkeletonBars {
  readonly height = input('192px');

  protected readonly bars = BARS;
}
