import { Component, computed, input } from '@angular/core';

import { Skeleton } from './skeleton.js';

const WIDTHS = ['46%', '32%', '52%', '38%', '44%', '28%'];

/** Table rows to come: as many and as high as the real ones. */
@Component({
  selector: 'fp-skeleton-rows',
  imports: [Skeleton],
  template: `
    @for (width of widths(); track $index) {
      <div class="row"><fp-skeleton [width]="width" /><fp-skeleton width="48px" /></div>
    }
  `,
  styles: `
    :host { display: block; }
    .row { display: flex; align-items: center; justify-content: space-between; height: var(--row); padding: 0 var(--s-4); border-top: 1px solid var(--border); }
  `,
  host: { 'aria-hidden': 'true' },
})
export class SkeletonRows {
  readonly rows = input.required<number>();

  protected readonly widths = computed(() =>
    Array.from({ length: this.rows() }, (_, row) => WIDTHS[row % WIDTHS.length] ?? ''),
  );
}
