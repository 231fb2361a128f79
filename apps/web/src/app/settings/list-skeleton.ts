import { Component, input } from '@angular/core';

import { Skeleton } from '../ui/states/skeleton.js';
import { SkeletonRows } from '../ui/states/skeleton-rows.js';

/** A card with a table to come, of the same heights. */
@Component({
  selector: 'fp-list-skeleton',
  imports: [Skeleton, SkeletonRows],
  template: `
    <p class="vh" role="status">Loading {{ what() }}</p>
    <div class="card" aria-busy="true">
      <div class="card-head"><fp-skeleton width="96px" height="14px" /></div>
      <div class="heads"></div>
      <fp-skeleton-rows [rows]="rows()" />
    </div>
  `,
  styles: ':host { display: contents; } .heads { height: 34px; }',
})
export class ListSkeleton {
  /** "the people" */
  readonly what = input.required<string>();
  readonly rows = input(4);
}
