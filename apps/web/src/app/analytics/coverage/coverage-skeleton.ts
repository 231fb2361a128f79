import { Component } from '@angular/core';

import { Skeleton } from '../../ui/states/skeleton.js';
import { SkeletonRows } from '../../ui/states/skeleton-rows.js';

/** The tab to come: its line, its table, of the same height. */
@Component({
  selector: 'fp-coverage-skeleton',
  imports: [Skeleton, SkeletonRows],
  template: `
    <p class="vh" role="status">Loading coverage</p>
    <div class="bar"><fp-skeleton width="280px" height="14px" /><fp-skeleton class="only-lg" width="440px" height="14px" /></div>
    <div class="card" aria-busy="true"><div class="head"></div><fp-skeleton-rows [rows]="13" /><div class="foot"></div></div>
  `,
  styles: `
    :host { display: contents; }
    .head { height: 34px; }
    .foot { height: 49px; border-top: 1px solid var(--border); }
  `,
})
export class CoverageSkeleton {}
