import { Component } from '@angular/core';

import { Skeleton } from '../../ui/states/skeleton.js';
import { SkeletonRows } from '../../ui/states/skeleton-rows.js';

/** The list to come: filters, head and rows of the same heights. */
@Component({
  selector: 'fp-flow-list-skeleton',
  imports: [Skeleton, SkeletonRows],
  template: `
    <p class="vh" role="status">Loading the flows</p>
    <div class="filters" aria-hidden="true"><fp-skeleton width="280px" height="var(--control)" /></div>
    <div class="card" aria-busy="true">
      <div class="card-head"><fp-skeleton width="120px" height="14px" /></div>
      <div class="heads"></div>
      <fp-skeleton-rows [rows]="14" />
    </div>
  `,
  styles: ':host { display: contents; } .heads { height: 34px; }',
})
export class FlowListSkeleton {}
