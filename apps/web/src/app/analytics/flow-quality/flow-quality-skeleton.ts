import { Component } from '@angular/core';

import { Skeleton } from '../../ui/states/skeleton.js';
import { SkeletonRows } from '../../ui/states/skeleton-rows.js';

/** The tab to come: table and panels, of about the same height. */
@Component({
  selector: 'fp-flow-quality-skeleton',
  imports: [Skeleton, SkeletonRows],
  template: `
    <p class="vh" role="status">Loading flow quality</p>
    <div class="grid" aria-busy="true">
      <div class="card"><div class="card-head"><fp-skeleton width="120px" /></div><div class="head"></div><fp-skeleton-rows [rows]="24" /></div>
      <div class="stack only-lg">
        <div class="card"><div class="card-head"><fp-skeleton width="120px" /></div><fp-skeleton-rows [rows]="10" /></div>
        <div class="card"><div class="card-head"><fp-skeleton width="120px" /></div><fp-skeleton-rows [rows]="7" /></div>
      </div>
    </div>
  `,
  styles: `
    :host { display: contents; }
    .grid { display: grid; grid-template-columns: minmax(0, 1fr) 272px; gap: var(--s-4); align-items: start; }
    .head { height: 34px; }
    @media (max-width: 1240px) { .grid { grid-template-columns: minmax(0, 1fr); } }
  `,
})
export class FlowQualitySkeleton {}
