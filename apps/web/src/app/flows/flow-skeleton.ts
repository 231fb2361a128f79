import { Component } from '@angular/core';

import { Skeleton } from '../ui/states/skeleton.js';
import { SkeletonRows } from '../ui/states/skeleton-rows.js';

/** The flow to come: its form and its facts, of the same heights. */
@Component({
  selector: 'fp-flow-skeleton',
  imports: [Skeleton, SkeletonRows],
  template: `
    <p class="vh" role="status">Loading the flow</p>
    <div class="cols" aria-busy="true">
      <div class="card c8"><div class="card-head"><fp-skeleton width="80px" height="14px" /></div><div class="form"></div></div>
      <div class="card c4"><div class="card-head"><fp-skeleton width="120px" height="14px" /></div><fp-skeleton-rows [rows]="7" /></div>
    </div>
  `,
  styles: ':host { display: contents; } .form { height: 180px; }',
})
export class FlowSkeleton {}
