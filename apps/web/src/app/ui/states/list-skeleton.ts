import { Component, input } from '@angular/core';

import { SkeletonRows } from './skeleton-rows.js';

/** A list to come: head and rows of the same heights. */
@Component({
  selector: 'fp-list-skeleton',
  imports: [SkeletonRows],
  template: `
    <p class="vh" role="status">Loading {{ what() }}</p>
    <div class="card" aria-busy="true"><div class="heads"></div><fp-skeleton-rows [rows]="20" /></div>
  `,
  styles: ':host { display: contents; } .heads { height: 34px; }',
})
export class ListSkeleton {
  /** "the sessions" */
  readonly what = input.required<string>();
}
